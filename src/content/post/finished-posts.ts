import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import type { PostRoute } from './publication.entity.js';

// A failure may be our own verdict, which TikTok does not know.
const COUNT = `
  SELECT w.id, count(*)::int AS count
  FROM unnest($1::uuid[], $2::timestamptz[]) AS w (id, since)
  JOIN publications p ON p.integration_id = w.id AND p.init_sent_at >= w.since AND p.updated_at < $3
    AND p.status IN ('published', 'public', 'in_inbox') AND p.tiktok_publish_id IS NOT NULL AND p.route = ANY($4::text[])
  GROUP BY w.id`;

/** Counts the posts that TikTok has accepted, however the service learned of it. */
@Injectable()
export class FinishedPosts {
  constructor(private readonly system: SystemContext) {}

  /** @param watched integrations, each with its start. @param before leaves out what has only just changed */
  async counts(
    watched: readonly { integrationId: string; from: Date }[],
    before: Date,
    routes: readonly PostRoute[],
  ): Promise<Map<string, number>> {
    const rows = await this.system.statement<{ id: string; count: number }>('count finished posts', COUNT, [
      watched.map(({ integrationId }) => integrationId),
      watched.map(({ from }) => from),
      before,
      routes,
    ]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
