import type { AppConfig } from '../../config/index.js';
import type { PostMode, WaitsFor } from '../post/publication.entity.js';

/** A limit within a sliding window. */
export interface SlidingLimit {
  limit: number;
  windowMs: number;
}

/** A posting limit of TikTok. */
export type QuotaName = Exclude<WaitsFor, 'publish_at'>;
export type QuotaLimits = Partial<Record<QuotaName, SlidingLimit>>;

export const DAY_SECONDS = 86_400;
// TikTok registers a post slightly after we record that it is sent.
const SLACK_SECONDS = 60;
const DAY_MS = (DAY_SECONDS + SLACK_SECONDS) * 1000;
const PENDING_DRAFTS = 5;
const INITS_A_MINUTE = 6;
const MINUTE_MS = 61_000;

/** Returns the limits that apply to a post of this mode. https://developers.tiktok.com/doc/content-sharing-guidelines */
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

/** Explains to users why a post waits. */
export function quotaReason(quota: QuotaName, limit: number): string {
  switch (quota) {
    case 'posts_per_day':
      return `the account has reached its limit of ${limit} posts in 24 hours`;
    case 'pending_drafts':
      return `the account has reached TikTok’s limit of ${limit} pending drafts in 24 hours`;
    case 'active_users':
      return `the TikTok app has reached its limit of ${limit} posting accounts in 24 hours`;
    case 'init_rate':
      return `the account has reached TikTok’s limit of ${limit} new posts per minute`;
  }
}

/**
 * Calculates when the next slot is free.
 * @param taken when the slots in the window were taken
 * @param ahead how many other posts wait and go first
 * @returns undefined when a slot is free now
 */
export function nextFreeSlot(
  taken: readonly Date[],
  { limit, windowMs }: SlidingLimit,
  ahead: number,
  now: Date,
): Date | undefined {
  const latest = taken.map((at) => at.getTime()).toSorted((one, other) => other - one);
  const leaving = latest.slice(0, limit).map((at) => Math.max(at + windowMs, now.getTime()));
  const free = Array.from({ length: limit - leaving.length }, () => now.getTime());
  // Each slot goes to the next post in line and is free again one window later.
  const turns = [...free, ...leaving].toSorted((one, other) => one - other);
  const at = (turns[ahead % limit] ?? now.getTime()) + Math.floor(ahead / limit) * windowMs;
  return at > now.getTime() ? new Date(at) : undefined;
}
