import type { AdAccountRef } from '../../integrations/index.js';

export const HEALTH_TOPICS = [
  'account',
  'balance',
  'rejected',
  'not_serving',
  'spark_post',
  'audience',
] as const;
/** What a finding is about. */
export type HealthTopic = (typeof HEALTH_TOPICS)[number];

/** Something wrong with one object of an ad account. */
export interface Finding {
  /** Names the cause within its topic: TikTok's id of the object, or a word. */
  objectId: string;
  name: string | null;
  campaignId?: string | null;
  /** Absent: what is stored stays, because it was not asked again. */
  reason?: string;
  fix?: string | null;
}

/** A finding of an earlier check. */
export interface KnownFinding {
  reason: string;
  since: Date;
}

/** What a check knows of the account. */
export interface CheckedAccount {
  account: AdAccountRef;
  /** The findings of the topic that are stored already, by object. */
  known: ReadonlyMap<string, KnownFinding>;
  /** Null: TikTok did not say. */
  balance: string | null;
  status: string | null;
  /** TikTok's reason for the status. */
  statusReason: string | null;
}
