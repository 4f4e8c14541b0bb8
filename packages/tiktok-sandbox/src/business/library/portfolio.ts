import type { JsonObject } from '../store/json-object.js';

/** A set of creative elements that ads name by its id, such as calls to action. */
export interface Portfolio {
  readonly id: string;
  readonly advertiserId: string;
  readonly type: string;
  /** As it was sent. */
  readonly content: readonly JsonObject[];
  readonly createdAt: number;
}
