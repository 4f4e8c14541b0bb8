import type { JsonObject } from '../store/json-object.js';

export const SUBSCRIBE_ENTITIES = [
  'LEAD',
  'AD_GROUP',
  'AD',
  'AD_ACCOUNT_SUSPENSION',
  'CREATIVE_FATIGUE',
  'TCM_VIDEOS',
  'REPORT_DATA_CHANGE',
  'API_SERVICE_STATUS',
] as const;

export type SubscribeEntity = (typeof SUBSCRIBE_ENTITIES)[number];

/** A webhook of the ads side (family A). */
export interface Subscription {
  readonly id: string;
  readonly entity: SubscribeEntity;
  readonly callbackUrl: string;
  /** As it was sent, with the token. */
  readonly detail: JsonObject;
}
