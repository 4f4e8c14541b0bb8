import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';

// TikTok announces no requests, and nothing about comments that it holds back.
const COUNT = `
  SELECT w.id, count(*)::int AS count
  FROM unnest($1::uuid[], $2::timestamptz[]) AS w (id, since)
  JOIN conversations c ON c.integration_id = w.id AND c.kind = $4 AND c.last_message_at >= w.since
  JOIN messages m ON m.conversation_id = c.id AND m.sent_at >= w.since AND m.sent_at < $3
    AND m.direction = 'in' AND m.visibility = 'public'
  LEFT JOIN direct_threads t ON t.integration_id = c.integration_id AND t.thread_id = c.thread_key
  WHERE t.is_request IS NOT TRUE
  GROUP BY w.id`;

/** Counts what others have written to accounts, however the service learned of it. */
@Injectable()
export class ReceivedMessages {
  constructor(private readonly system: SystemContext) {}

  /** @param watched integrations, each with its start. @param before leaves out what was only just written */
  async counts(
    watched: readonly { integrationId: string; from: Date }[],
    before: Date,
    kind: 'comment' | 'message',
  ): Promise<Map<string, number>> {
    const rows = await this.system.statement<{ id: string; count: number }>(
      'count received messages',
      COUNT,
      [watched.map(({ integrationId }) => integrationId), watched.map(({ from }) => from), before, kind],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
