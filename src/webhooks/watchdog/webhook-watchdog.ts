import { Injectable } from '@nestjs/common';
import { Clock, groupBy, inBatches } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { FinishedPosts } from '../../content/index.js';
import { ReceivedMessages } from '../../crm-inbox/index.js';
import { accountName, TikTokIncidents } from '../../integrations/index.js';
import type { CheckReport, ChecksWebhooks, OwnAddresses } from '../checks/check-report.js';
import type { StandingNotice } from '../checks/standing-notices.js';
import { Arrivals } from './arrivals.js';
import { missedNotice } from './missed-notice.js';
import { RegisteredFamilies } from './registered-families.js';
import { countedFrom, isCounted, isExpected, LATE_MS, SIBLINGS, type Registration } from './watch-rules.js';
import { WATCHED_FAMILIES, type WatchedFamily } from './watched-family.js';
import { WatchesStore, type Watch } from './watches.store.js';

const BATCH = 1_000;
const SCOPE = 'watch:';

type Counted = Watch & { from: Date };

/**
 * Notices when syncs and status checks find changes of an account that no webhook has announced. It compares counts over a
 * long time, and stays silent whenever there is another explanation: a missing alarm only costs time, a false one trust.
 */
@Injectable()
export class WebhookWatchdog implements ChecksWebhooks {
  constructor(
    private readonly config: AppConfig,
    private readonly store: WatchesStore,
    private readonly arrivals: Arrivals,
    private readonly registered: RegisteredFamilies,
    private readonly incidents: TikTokIncidents,
    private readonly messages: ReceivedMessages,
    private readonly posts: FinishedPosts,
    private readonly clock: Clock,
  ) {}

  async check(ours: OwnAddresses, signal: AbortSignal): Promise<CheckReport> {
    const isOn = this.config.webhookWatch.hours > 0;
    const alarmed = isOn ? await this.watch(signal) : [];
    const standing = {
      kind: 'webhooks_missed' as const,
      scope: SCOPE,
      present: alarmed.map(noticeOf),
      certain: true,
      allClear: 'Webhooks are no longer missing',
    };
    return { faults: [], ours, certain: true, standings: [standing] };
  }

  /** @returns the watches whose webhooks are missing */
  private async watch(signal: AbortSignal): Promise<Watch[]> {
    const now = this.clock.now();
    if ((await this.store.wasInterrupted()) || (await this.incidents.disturbAnything()))
      await this.store.restart(now);
    const families = groupBy(await this.store.update(now), ({ family }) => family);
    const alarmed: Watch[] = [];
    for (const family of WATCHED_FAMILIES) {
      const watches = families.get(family) ?? [];
      alarmed.push(...(await this.stillAlarmed(watches)));
      const registration = await this.registered.of(family);
      // Nothing is expected, so there is nothing to count.
      if (registration === 'not_ours') continue;
      for (const batch of inBatches(watches, BATCH)) {
        signal.throwIfAborted();
        alarmed.push(...(await this.newlyAlarmed(family, batch, registration, now)));
      }
    }
    return alarmed;
  }

  private async stillAlarmed(watches: readonly Watch[]): Promise<Watch[]> {
    const still: Watch[] = [];
    for (const watch of watches) {
      if (watch.alarmedFrom === null) continue;
      const at = await this.arrivals.latest(watch, watch.alarmedFrom);
      if (at === null) still.push(watch);
      else await this.store.note(watch, at, null);
    }
    return still;
  }

  private async newlyAlarmed(
    family: WatchedFamily,
    watches: readonly Watch[],
    registration: Registration,
    now: Date,
  ): Promise<Watch[]> {
    const { hours } = this.config.webhookWatch;
    const counted = watches
      .map((watch) => Object.assign(watch, { from: countedFrom(watch, now, hours) }))
      .filter((watch) => isCounted(watch, watch.from, now, hours));
    if (counted.length === 0) return [];
    const before = new Date(now.getTime() - LATE_MS);
    const counts = await this.counts(family, counted, before);
    const alarmed: Watch[] = [];
    for (const watch of counted) {
      if (!this.isMany(watch, counts) || !(await this.isSilent(watch))) continue;
      const { announcedAt } = watch;
      const [siblingArrived, byBusinessApp] = [
        await this.siblingArrived(watch),
        family !== 'posts' || this.isMany(watch, await this.businessPosts(watch, before)),
      ];
      if (!isExpected({ announcedAt, registration, siblingArrived, byBusinessApp })) continue;
      await this.store.note(watch, null, watch.from);
      alarmed.push(watch);
    }
    return alarmed;
  }

  private isMany({ integrationId }: Counted, counts: ReadonlyMap<string, number>): boolean {
    return (counts.get(integrationId) ?? 0) >= this.config.webhookWatch.misses;
  }

  private async siblingArrived(watch: Counted): Promise<boolean> {
    for (const family of SIBLINGS[watch.family])
      if ((await this.arrivals.latest({ ...watch, family }, watch.from)) !== null) return true;
    return false;
  }

  /** Looks for an event since the start of the watch's time, and remembers an earlier one. */
  private async isSilent(watch: Counted): Promise<boolean> {
    const latest = await this.arrivals.latest(watch, new Date(0));
    if (latest === null) return true;
    await this.store.note(watch, latest, null);
    watch.announcedAt = latest;
    return latest < watch.from;
  }

  private counts(
    family: WatchedFamily,
    watches: readonly Counted[],
    before: Date,
  ): Promise<Map<string, number>> {
    if (family === 'posts') return this.posts.counts(watches, before, ['open_api', 'business']);
    return this.messages.counts(watches, before, family === 'comments' ? 'comment' : 'message');
  }

  /** Only these belong to the registered webhooks of Business accounts. */
  private businessPosts(watch: Counted, before: Date): Promise<Map<string, number>> {
    return this.posts.counts([watch], before, ['business']);
  }
}

function noticeOf(watch: Watch): StandingNotice {
  const { organisationId, integrationId, family } = watch;
  return {
    organisationId,
    cause: `${SCOPE}${integrationId}:${family}:`,
    notice: missedNotice(family, accountName(watch), integrationId),
  };
}
