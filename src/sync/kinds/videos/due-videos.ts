import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { DueBand } from '../../policy/cadence.js';
import type { StartedRun } from '../../runs/sync-runs.js';
import { NOT_PUBLIC } from './gone-reasons.js';

const PAGE = 500;
const MAX_CHECKED = 100;
const HOUR_MS = 3_600_000;
// Accounts take their turns within the hour.
const EARLY_HOURS = 0.5;

const BANDS = `unnest($2::timestamptz[], $3::timestamptz[], $4::timestamptz[]) AS b (after, until, read_before)`;
const IN_BAND = `v.published_at > b.after AND v.published_at <= coalesce(b.until, 'infinity')`;
// A video whose counters TikTok does not send stays due, and must not be read twice in a run.
const IS_DUE = `
  v.integration_id = $1 AND v.gone_at IS NULL AND v.seen_run IS DISTINCT FROM $5::uuid
    AND EXISTS (SELECT FROM ${BANDS} WHERE ${IN_BAND} AND v.captured_at < b.read_before)
    AND v.published_at > (SELECT min(after) FROM ${BANDS})`;

const COUNT = `SELECT count(*)::int AS count FROM social_activity v WHERE ${IS_DUE}`;
const NEXT_PAGE = `
  SELECT v.video_id AS id, v.published_at AS "publishedAt" FROM social_activity v
  WHERE ${IS_DUE} AND (v.published_at, v.video_id) < ($6, $7)
  ORDER BY v.published_at DESC, v.video_id DESC LIMIT ${PAGE}`;

const OCCUPIED = `
  SELECT b.index FROM unnest($2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS b (after, until, index)
  WHERE EXISTS (SELECT FROM social_activity v WHERE v.integration_id = $1 AND v.gone_at IS NULL AND ${IN_BAND})`;

// TikTok's word by a webhook is checked at once, because the video may be public again by now.
const TO_CHECK = `
  SELECT video_id AS id FROM social_activity
  WHERE integration_id = $1 AND gone_at > $2
    AND coalesce(checked_at, CASE WHEN gone_reason = '${NOT_PUBLIC}' THEN '-infinity' ELSE gone_at END)
      < CASE WHEN gone_at > $3 THEN $4 ELSE $5 END::timestamptz
  ORDER BY checked_at NULLS FIRST, gone_at DESC LIMIT ${MAX_CHECKED}`;

interface DueVideo {
  id: string;
  publishedAt: Date;
}

/** Finds the videos whose figures are due. */
@Injectable()
export class DueVideos {
  constructor(private readonly orgContext: OrgContext) {}

  async count(run: StartedRun, bands: readonly DueBand[]): Promise<number> {
    const [row] = await this.rows<{ count: number }>(COUNT, [...bandValues(run, bands), run.id]);
    return row?.count ?? 0;
  }

  /** Yields ids of due videos that the run has not seen yet, the newest first, some hundred at a time. */
  async *pages(run: StartedRun, bands: readonly DueBand[]): AsyncGenerator<string[]> {
    let last: DueVideo | undefined;
    do {
      const after = [last?.publishedAt ?? 'infinity', last?.id ?? ''];
      const page: DueVideo[] = await this.rows(NEXT_PAGE, [...bandValues(run, bands), run.id, ...after]);
      if (page.length > 0) yield page.map(({ id }) => id);
      last = page.length === PAGE ? page.at(-1) : undefined;
    } while (last);
  }

  /** Returns when any video is due again; null without videos in the cadence. */
  async nextDue(integrationId: string, bands: readonly DueBand[]): Promise<Date | null> {
    const [after, until] = columnsOf(bands);
    const rows = await this.rows<{ index: string }>(OCCUPIED, [integrationId, after, until]);
    const times = rows.map(({ index }) => bands[Number(index) - 1]?.next.getTime() ?? Infinity);
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }

  /**
   * Returns videos that are gone and may be shown again: every 6 h for a week, daily for a month. Later, complete listings find
   * them.
   */
  async toCheck(integrationId: string, now: Date): Promise<string[]> {
    const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
    const ages = [ago(30 * 24), ago(7 * 24), ago(6 - EARLY_HOURS), ago(24 - EARLY_HOURS)];
    const rows = await this.rows<{ id: string }>(TO_CHECK, [integrationId, ...ages]);
    return rows.map(({ id }) => id);
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.orgContext.transaction((em) => queryRows<Row>(em, sql, values));
  }
}

function bandValues({ integrationId }: StartedRun, bands: readonly DueBand[]): unknown[] {
  return [integrationId, ...columnsOf(bands)];
}

function columnsOf(bands: readonly DueBand[]): [Date[], (Date | null)[], Date[]] {
  return [
    bands.map(({ after }) => after),
    bands.map(({ until }) => until),
    bands.map(({ readBefore }) => readBefore),
  ];
}
