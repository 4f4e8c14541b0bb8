import { Injectable } from '@nestjs/common';
import { bindings, OrgContext, OrgReader } from '../../database/index.js';
import { conditionsOf } from './conversation-filter.js';
import type { UnreadCountsQuery } from './dto/conversations.query.js';
import type { UnreadCountsView } from './dto/unread-counts.view.js';
import { countUnread, type UnreadGroup } from './unread-counts.js';

/** More unread conversations are not counted, so that the answer stays cheap. */
const COUNTED = 10_000;

/** Counts the newest unread conversations with the same values. */
export function unreadGroups(where: readonly string[]): string {
  return `
    SELECT status, kind, integration_id AS "integrationId", assignee, count(*)::int AS count
    FROM (SELECT c.status, c.kind, c.integration_id, c.assignee FROM conversations c WHERE ${where.join(' AND ')}
      ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${COUNTED + 1}) AS unread
    GROUP BY status, kind, integration_id, assignee`;
}

/** Counts unread conversations for each filter of the inbox, in one pass over the index `conversations_unread`. */
@Injectable()
export class UnreadCounter {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
  ) {}

  async count(query: UnreadCountsQuery, userId: string): Promise<UnreadCountsView> {
    const { videoId, contactId } = query;
    const { values, bind } = bindings();
    const fixed = { unread: true, ...(videoId && { videoId }), ...(contactId && { contactId }) };
    const where = conditionsOf(fixed, this.orgContext.organisationId, bind);
    const groups = await this.reader.select<UnreadGroup>(unreadGroups(where), values);
    const read = groups.reduce((total, { count }) => total + count, 0);
    return { ...countUnread(groups, query, userId), isComplete: read <= COUNTED };
  }
}
