import type { AppConfig } from '../../config/index.js';
import type { PostMode, WaitsFor } from '../post/publication.entity.js';
import type { SlidingLimit } from './room-at.js';

/** A limit of TikTok's for posts. */
export type QuotaName = Exclude<WaitsFor, 'publish_at'>;
export type QuotaLimits = Partial<Record<QuotaName, SlidingLimit>>;

export const DAY_SECONDS = 86_400;
// TikTok notes a post a little after we write down that it is sent.
const SLACK_SECONDS = 60;
const DAY_MS = (DAY_SECONDS + SLACK_SECONDS) * 1000;
const PENDING_DRAFTS = 5;
const INITS_A_MINUTE = 6;
const MINUTE_MS = 61_000;

/** The limits that a post of this mode meets. https://developers.tiktok.com/doc/content-sharing-guidelines */
export function quotaLimits({ quotas }: AppConfig, mode: PostMode): QuotaLimits {
  const rate = { init_rate: { limit: INITS_A_MINUTE, windowMs: MINUTE_MS } };
  if (mode === 'draft') return { ...rate, pending_drafts: { limit: PENDING_DRAFTS, windowMs: DAY_MS } };
  const { postsPerDay, activeUsersPerDay } = quotas;
  return {
    ...rate,
    posts_per_day: { limit: postsPerDay, windowMs: DAY_MS },
    ...(activeUsersPerDay !== undefined && { active_users: { limit: activeUsersPerDay, windowMs: DAY_MS } }),
  };
}

/** Why a post waits, for a person. */
export function quotaWords(quota: QuotaName, limit: number): string {
  switch (quota) {
    case 'posts_per_day':
      return `the account has used its ${limit} posts of the last 24 hours`;
    case 'pending_drafts':
      return `TikTok takes ${limit} drafts of an account within 24 hours that are not posted yet`;
    case 'active_users':
      return `the TikTok app may post for ${limit} accounts within 24 hours, and others have used that up`;
    case 'init_rate':
      return `TikTok takes ${limit} new posts of an account a minute`;
  }
}
