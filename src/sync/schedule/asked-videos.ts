import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';

// 5 calls of a run. Of more, the latest count.
const MOST = 100;
// TikTok may announce a video before its API shows it.
const KEPT_MS = 24 * 3_600_000;

const SCHEDULE = `WHERE integration_id = $1 AND kind = 'videos'`;

const ADD = `
  UPDATE sync_schedules SET asked_videos = (
    SELECT jsonb_object_agg(key, value) FROM (
      SELECT key, value FROM jsonb_each(asked_videos || $2::jsonb) ORDER BY value::bigint DESC, key LIMIT ${MOST}) AS kept)
  ${SCHEDULE}`;

const IS_SHOWN = (id: string) =>
  `EXISTS (SELECT FROM social_activity v WHERE v.integration_id = $1 AND v.video_id = ${id} AND v.gone_at IS NULL)`;

const OPEN = `
  SELECT key AS id FROM sync_schedules, jsonb_each(asked_videos) ${SCHEDULE} AND value::bigint > $2 AND NOT ${IS_SHOWN('key')}`;

const FORGET = `
  UPDATE sync_schedules SET asked_videos = (
    SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(asked_videos)
    WHERE value::bigint > $2 AND NOT ${IS_SHOWN('key')})
  ${SCHEDULE} AND asked_videos <> '{}'`;

/**
 * The videos that a webhook has reported as public. A new video of an account is on its newest page, but one that was private
 * for a time may be far behind it. Each is read by its id until TikTok shows it, for a day.
 */
@Injectable()
export class AskedVideos {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  async add(integrationId: string, videoIds: readonly string[]): Promise<void> {
    if (videoIds.length === 0) return;
    const now = this.clock.now().getTime();
    const asked = Object.fromEntries(videoIds.map((id) => [id, now]));
    await this.orgContext.transaction((em) => em.query(ADD, [integrationId, JSON.stringify(asked)]));
  }

  /** Returns ids of those that no sync has seen yet. */
  async open(integrationId: string): Promise<string[]> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string }>(em, OPEN, [integrationId, this.since]),
    );
    return rows.map(({ id }) => id);
  }

  /** Forgets those that the store shows now, and old ones. */
  async settle(em: EntityManager, integrationId: string): Promise<void> {
    await em.query(FORGET, [integrationId, this.since]);
  }

  private get since(): number {
    return this.clock.now().getTime() - KEPT_MS;
  }
}
