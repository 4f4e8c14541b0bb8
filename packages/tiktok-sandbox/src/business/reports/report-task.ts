import type { JsonObject } from '../store/json-object.js';

export type TaskStatus = 'QUEUING' | 'PROCESSING' | 'SUCCESS' | 'FAILED' | 'CANCELED';

/** An asynchronous report; its rows are computed when it is downloaded. */
export interface ReportTask {
  readonly id: string;
  readonly advertiserId: string;
  readonly request: JsonObject;
  readonly createdAt: number;
  canceled: boolean;
}

/** A control call's correction of one ad's figures on one day. */
export interface Restatement {
  readonly id: string;
  readonly advertiserId: string;
  /** Null is every ad of the advertiser. */
  readonly adId: string | null;
  /** YYYY-MM-DD in the advertiser's time; null is every day. */
  readonly day: string | null;
  readonly factor: number;
  /** Names of base figures; empty is all. */
  readonly figures: readonly string[];
}
