import type { GrowthCurve } from './growth-curve.js';

/** A post on an account's profile. A value: changes go through the video store. */
export interface Video {
  /** 19 digits. */
  readonly id: string;
  readonly username: string;
  readonly caption: string;
  /** Also the start of its growth curve, ms. */
  readonly createdAt: number;
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly curve: GrowthCurve;
  /** Only public videos are visible to the Open API. */
  readonly public: boolean;
}
