import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import { AccountVideoApi, walkPages, type BusinessAccount } from '../../../tiktok/index.js';
import { readInsights, type InsightReading } from '../../activity/insight-reading.js';
import { writeInsights } from '../../activity/insight-update.js';
import { SnapshotMonths } from '../../activity/snapshot-months.js';
import { isIntervalOver } from '../../policy/cadence.js';
import type { KindRun } from '../../runs/syncs-kind.js';
import { OptionalPart } from '../optional-part.js';
import { BarrenPages } from './barren-pages.js';
import { placeText, type RunPlace } from './run-place.js';

const MAX_ROWS = 500;
const PAGE_ROWS = 20;
const DAY_MS = 86_400_000;
// TikTok may lack the newest post: any of these reports when insights were read last.
const NEWEST = 20;

const LAST_READ = `
  SELECT max(insights_at) AS at FROM (
    SELECT insights_at FROM social_activity WHERE integration_id = $1
    ORDER BY published_at DESC, video_id DESC LIMIT ${NEWEST}) AS newest`;

/** Reads what the Business API knows of an account's videos: reach, watch time, retention, audience. */
@Injectable()
export class VideoInsights {
  constructor(
    private readonly videos: AccountVideoApi,
    private readonly optional: OptionalPart,
    private readonly orgContext: OrgContext,
    private readonly months: SnapshotMonths,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing before insights are due, or for an account without this access. Without `all`, it reads the videos in the
   * cadence. A run that has begun with them goes on at the place.
   */
  async read(kindRun: KindRun, policy: SyncPolicy, place: RunPlace): Promise<void> {
    const account = this.optional.insightsAccount(kindRun.integration);
    if (!account || !(place.cursor !== undefined || (await this.isDue(kindRun, policy)))) return;
    await this.optional.run(kindRun, 'insights', async () => {
      const days = policy.videos.reduce((most, { underDays }) => Math.max(most, underDays), 0);
      const oldest = place.all ? 0 : this.clock.now().getTime() - days * DAY_MS;
      await this.readAll(kindRun, account, oldest, place);
    });
  }

  /** A manual run reads them in any case. */
  private async isDue({ run }: KindRun, { insightsEveryHours }: SyncPolicy): Promise<boolean> {
    if (run.trigger === 'manual') return true;
    const [row] = await this.orgContext.transaction((em) =>
      queryRows<{ at: Date | null }>(em, LAST_READ, [run.integrationId]),
    );
    return isIntervalOver(row?.at, insightsEveryHours, this.clock.now());
  }

  /** TikTok allows 40 pages a minute, so that a long list ends in several attempts: each one saves what it has read. */
  private async readAll(
    kindRun: KindRun,
    account: BusinessAccount,
    oldest: number,
    place: RunPlace,
  ): Promise<void> {
    const batch: InsightReading[] = [];
    const pages = new BarrenPages();
    try {
      const read = (cursor: string | undefined) => this.videos.insights(account, cursor);
      for await (const { page, next } of walkPages(read, place.cursor)) {
        const readings = readInsights(page.videos);
        batch.push(...readings);
        if (next.kind === 'page') place = { ...place, cursor: next.cursor };
        if (batch.length > MAX_ROWS - PAGE_ROWS) await this.save(kindRun, batch.splice(0), place);
        kindRun.claim.signal.throwIfAborted();
        const last = readings.at(-1)?.publishedAt;
        if ((last && last.getTime() < oldest) || pages.endAfter(readings.map(({ id }) => id))) break;
      }
    } catch (error) {
      // The first failure counts.
      if (!kindRun.claim.signal.aborted) await this.save(kindRun, batch, place).catch(() => undefined);
      throw error;
    }
    await this.save(kindRun, batch, place);
  }

  private async save(
    { integration, progress }: KindRun,
    batch: InsightReading[],
    place: RunPlace,
  ): Promise<void> {
    if (batch.length === 0) return;
    const readings = [...new Map(batch.map((reading) => [reading.id, reading])).values()];
    const now = this.clock.now();
    await this.months.ensured(now, now, () =>
      progress.save(placeText(place), (em) => writeInsights(em, integration, readings, now)),
    );
  }
}
