import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import type { IntegrationRef, QuotaUse } from '../../integrations/index.js';
import type { PostKind, PostMode } from '../post/publication.entity.js';
import { sayTime } from '../scheduling/time-zone.js';
import { QuotaLedger, type Asker } from './quota-ledger.js';
import { DAY_SECONDS, quotaLimits, quotaWords, type QuotaName } from './quota-limits.js';
import { roomAt, type SlidingLimit } from './room-at.js';

/** Where a post stands: without `waitsFor` it may go now. */
export interface Place {
  at: Date;
  waitsFor?: QuotaName;
}

export interface Foreseen {
  /** ISO time; null for at once. */
  goesAt: string | null;
  waitsFor: QuotaName | null;
  /** Why it waits, for a person. */
  waits: string | null;
}

/** When TikTok's limits let a post go. */
@Injectable()
export class QuotaPlan {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly ledger: QuotaLedger,
    private readonly clock: Clock,
  ) {}

  /** What a post that is published now would meet; it may be another when it comes to it. */
  async foresee(integration: IntegrationRef, _kind: PostKind, mode: PostMode): Promise<Foreseen> {
    const asker = { openId: integration.openId, mode };
    const { at, waitsFor } = await this.system.transaction('foresee room within TikTok’s limits', (em) =>
      this.placeOf(em, asker),
    );
    if (!waitsFor) return { goesAt: null, waitsFor: null, waits: null };
    return { goesAt: at.toISOString(), waitsFor, waits: this.message(waitsFor, mode, at, null) };
  }

  /** `Goes on 24 Nov 2026 at 00:10 (UTC): the account has used its 15 posts of the last 24 hours.` */
  message(quota: QuotaName, mode: PostMode, at: Date, timeZone: string | null): string {
    const limit = quotaLimits(this.config, mode)[quota]?.limit ?? 0;
    return `Goes on ${sayTime(at, timeZone)}: ${quotaWords(quota, limit)}.`;
  }

  /** The limit for which it waits longest. @param em of a SystemContext transaction */
  async placeOf(em: EntityManager, asker: Asker): Promise<Place> {
    const now = this.clock.now();
    if (!this.config.tiktok.keepsRateLimits) return { at: now };
    const limits = quotaLimits(this.config, asker.mode);
    const refused = await this.ledger.refusedUntil(em, asker.openId, now);
    let place: Place = { at: now };
    for (const [name, limit] of Object.entries(limits)) {
      const quota = name as QuotaName;
      const at = later(await this.roomIn(em, quota, limit, asker, now), refused.get(quota));
      if (at && at > place.at) place = { at, waitsFor: quota };
    }
    return place;
  }

  /** When our own oldest post leaves TikTok's window; undefined when there is none. */
  async oldestLeaves(em: EntityManager, quota: QuotaName, openId: string): Promise<Date | undefined> {
    if (quota === 'active_users') return undefined;
    const limit = quotaLimits(this.config, quota === 'pending_drafts' ? 'draft' : 'direct')[quota];
    if (!limit) return undefined;
    const since = before(this.clock.now(), limit);
    const [oldest] = (await this.ledger.begun(em, quota, openId, since)).toSorted(
      (one, other) => +one - +other,
    );
    return oldest && new Date(oldest.getTime() + limit.windowMs);
  }

  /** As far as it is ours: TikTok counts the posts of all apps together. */
  async use({ openId }: IntegrationRef): Promise<QuotaUse[]> {
    const limits = { ...quotaLimits(this.config, 'draft'), ...quotaLimits(this.config, 'direct') };
    return await this.system.transaction('how much of TikTok’s limits is used', async (em) => {
      const use: QuotaUse[] = [];
      for (const [name, { limit }] of Object.entries(limits)) {
        const quota = name as QuotaName;
        const windowSeconds = quota === 'init_rate' ? 60 : DAY_SECONDS;
        const since = this.clock.inSeconds(-windowSeconds);
        const counted =
          quota === 'active_users'
            ? (await this.ledger.users(em, since)).size
            : (await this.ledger.begun(em, quota, openId, since)).length;
        use.push({ quota, used: counted, limit, windowSeconds });
      }
      return use;
    });
  }

  private async roomIn(
    em: EntityManager,
    quota: QuotaName,
    limit: SlidingLimit,
    asker: Asker,
    now: Date,
  ): Promise<Date | undefined> {
    const since = before(now, limit);
    const ahead = () => this.ledger.ahead(em, quota, asker);
    if (quota !== 'active_users')
      return roomAt(await this.ledger.begun(em, quota, asker.openId, since), limit, await ahead(), now);
    const users = await this.ledger.users(em, since);
    // Whoever has posted today is counted already.
    return users.has(asker.openId) ? undefined : roomAt([...users.values()], limit, await ahead(), now);
  }
}

function before(now: Date, { windowMs }: SlidingLimit): Date {
  return new Date(now.getTime() - windowMs);
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? (one > other ? one : other) : (one ?? other);
}
