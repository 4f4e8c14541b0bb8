import type { Standing } from './standing-notices.js';

/** One thing that is wrong with the webhooks of a family, for operators. Contains no secrets. */
export interface WebhookFault {
  /** TikTok's name: `COMMENT`, `CREATIVE_FATIGUE`. */
  family: string;
  what: string;
  /** False: TikTok did not answer, so nothing is known to be wrong. */
  certain: boolean;
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

export const CHECK_NAMES = ['accounts', 'ads', 'watchdog'] as const;
/** The registered webhooks of Business accounts and of ad accounts, and webhooks that do not arrive. */
export type CheckName = (typeof CHECK_NAMES)[number];

/** One of the checks. */
export interface ChecksWebhooks {
  /** @param ours what earlier checks have saved. @param signal aborted when the process stops */
  check(ours: OwnAddresses, signal: AbortSignal): Promise<CheckReport>;
}
