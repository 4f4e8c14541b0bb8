import type { Standing } from './standing-notices.js';

/** One thing that is wrong with the webhooks of a family, for operators. Contains no secrets. */
export interface WebhookFault {
  /** TikTok's name: `COMMENT`, `CREATIVE_FATIGUE`. */
  family: string;
  what: string;
}

/** The address at which a family was ours when a check last saw it so. */
export type OwnAddresses = Readonly<Record<string, string>>;

/** What a check has found. */
export interface CheckReport {
  faults: WebhookFault[];
  ours: OwnAddresses;
  /** False: TikTok did not answer about everything, so the check is repeated soon. */
  certain: boolean;
  standings: Standing[];
}

/** Checks, and repairs where the operator allows it. */
export type CheckName = 'accounts' | 'ads';
