import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import { coverDueAt, coverWindow } from '../../policy/cover-renewal.js';
import type { StartedRun } from '../../runs/sync-runs.js';

// 25 calls. The next run renews the covers of older videos.
const MOST_IN_A_RUN = 500;

const IS_SHOWN = 'integration_id = $1 AND gone_at IS NULL AND published_at > $2';

const ENDING = `
  SELECT video_id AS id FROM social_activity
  WHERE ${IS_SHOWN} AND cover_expires_at < $3 AND captured_at < $4 AND seen_run IS DISTINCT FROM $5::uuid
  ORDER BY published_at DESC, video_id DESC LIMIT ${MOST_IN_A_RUN}`;

// Those that end sooner were due in this run: what TikTok has not renewed waits for the next one.
const NEXT_END = `SELECT min(cover_expires_at) AS at FROM social_activity WHERE ${IS_SHOWN} AND cover_expires_at >= $3`;

/** Finds the covers whose signature ends before another run would renew them. */
@Injectable()
export class EndingCovers {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Returns ids of videos that the run has not seen yet, the newest first. */
  async find({ id, integrationId }: StartedRun): Promise<string[]> {
    const { publishedAfter, endsBefore, readBefore } = this.window;
    const rows = await this.rows<{ id: string }>(ENDING, [
      integrationId,
      publishedAfter,
      endsBefore,
      readBefore,
      id,
    ]);
    return rows.map((row) => row.id);
  }

  /** Returns when the next cover is due; null without any. */
  async nextDue(integrationId: string): Promise<Date | null> {
    const { publishedAfter, endsBefore } = this.window;
    const [row] = await this.rows<{ at: Date | null }>(NEXT_END, [integrationId, publishedAfter, endsBefore]);
    return row?.at ? coverDueAt(row.at) : null;
  }

  private get window() {
    return coverWindow(this.config.sync.coverDays, this.clock.now());
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.orgContext.transaction((em) => queryRows<Row>(em, sql, values));
  }
}
