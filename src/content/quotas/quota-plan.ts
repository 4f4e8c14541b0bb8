import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import type { IntegrationRef, QuotaUse } from '../../integrations/index.js';
import type { PostMode } from '../post/publication.entity.js';
import { formatTime } from '../scheduling/time-zone.js';
import { QuotaLedger, type QuotaName, type QuotaRequest } from './quota-ledger.js';

/** A limit within a sliding window. */
export interface SlidingLimit {
  limit: number;
  windowMs: number;
}

export type QuotaLimits = Partial<Record<QuotaName, SlidingLimit>>;

export const DAY_SECONDS = 86_400;
// TikTok registers a post slightly after we record that it is sent.
const SLACK_SECONDS = 60;
const DAY_MS = (DAY_SECONDS + SLACK_SECONDS) * 1000;
const PENDING_DRAFTS = 5;
const INITS_A_MINUTE = 6;
const MINUTE_MS = 61_000;

/** When a post can start. Without `waitsFor` it can start now. */
export interface Slot {
  at: Date;
  waitsFor?: QuotaName;
}

export interface Forecast {
  /** Null for now. */
  goesAt: Date | null;
  waitsFor: QuotaName | null;
  /** Explains to users why the post waits. */
  waits: string | null;
}

/** Calculates when TikTok's limits allow a post. */
@Injectable()
export class QuotaPlan {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly ledger: QuotaLedger,
    private readonly clock: Clock,
  ) {}

  /** Forecasts when a post published now would start. This can change before it is published. */
  async forecast(integration: IntegrationRef, mode: PostMode): Promise<Forecast> {
    const request = { openId: integration.openId, mode };
    const { at, waitsFor } = await this.system.transaction('forecast TikTok’s posting limits', (em) =>
      this.nextSlot(em, request),
    );
    if (!waitsFor) return { goesAt: null, waitsFor: null, waits: null };
    return { goesAt: at, waitsFor, waits: this.message(waitsFor, mode, at, null) };
  }

  /** Returns a sentence such as `Scheduled for 24 Nov 2026 at 00:10 (UTC): the account has reached its limit of 15 posts in 24 hours.` */
  message(quota: QuotaName, mode: PostMode, at: Date, timeZone: string | null): string {
    const limit = quotaLimits(this.config, mode)[quota]?.limit ?? 0;
    return `Scheduled for ${formatTime(at, timeZone)}: ${quotaReason(quota, limit)}.`;
  }

  /** Finds the limit that delays the post the longest. @param em of a SystemContext transaction */
  async nextSlot(em: EntityManager, request: QuotaRequest): Promise<Slot> {
    const now = this.clock.now();
    if (!this.config.tiktok.keepsRateLimits) return { at: now };
    const limits = quotaLimits(this.config, request.mode);
    const refused = await this.ledger.blockedUntil(em, request.openId, now);
    let slot: Slot = { at: now };
    for (const [name, limit] of Object.entries(limits)) {
      const quota = name as QuotaName;
      const at = later(await this.freeAt(em, quota, limit, request, now), refused.get(quota));
      if (at && at > slot.at) slot = { at, waitsFor: quota };
    }
    return slot;
  }

  /** Counts our own posts against the limits. TikTok also counts posts of other apps. */
  async usage({ openId }: IntegrationRef): Promise<QuotaUse[]> {
    const limits = { ...quotaLimits(this.config, 'draft'), ...quotaLimits(this.config, 'direct') };
    return await this.system.transaction('count usage of TikTok’s posting limits', async (em) => {
      const use: QuotaUse[] = [];
      for (const [name, { limit }] of Object.entries(limits)) {
        const quota = name as QuotaName;
        const windowSeconds = quota === 'init_rate' ? 60 : DAY_SECONDS;
        const since = this.clock.inSeconds(-windowSeconds);
        const counted =
          quota === 'active_users'
            ? (await this.ledger.activeUsersSince(em, since)).size
            : (await this.ledger.startedSince(em, quota, openId, since)).length;
        use.push({ quota, used: counted, limit, windowSeconds });
      }
      return use;
    });
  }

  private async freeAt(
    em: EntityManager,
    quota: QuotaName,
    limit: SlidingLimit,
    request: QuotaRequest,
    now: Date,
  ): Promise<Date | undefined> {
    const since = before(now, limit);
    const ahead = () => this.ledger.countAhead(em, quota, request);
    if (quota !== 'active_users')
      return nextFreeSlot(
        await this.ledger.startedSince(em, quota, request.openId, since),
        limit,
        await ahead(),
        now,
      );
    const users = await this.ledger.activeUsersSince(em, since);
    // An account that has already posted in this window is already counted.
    return users.has(request.openId)
      ? undefined
      : nextFreeSlot([...users.values()], limit, await ahead(), now);
  }
}

function before(now: Date, { windowMs }: SlidingLimit): Date {
  return new Date(now.getTime() - windowMs);
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? (one > other ? one : other) : (one ?? other);
}

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
