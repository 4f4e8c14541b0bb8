import type { Bind } from '../../database/index.js';
import type { ConversationsQuery } from './dto/conversations.query.js';

export type ConversationFilter = Omit<ConversationsQuery, 'q' | 'limit' | 'cursor'>;

/** Returns the conditions of a list, without its search for a text. @param organisationId the current one, whose index is used */
export function conditionsOf(query: ConversationFilter, organisationId: string, bind: Bind): string[] {
  const { status, unread, assignee, assigned, integrationId, videoId, kind, contactId } = query;
  const organisation = bind(organisationId);
  return [
    `c.organisation_id = ${organisation}`,
    ...(status === undefined ? [] : [`c.status = ${bind(status)}`]),
    ...(unread === undefined ? [] : [unread ? 'c.unread_count > 0' : 'c.unread_count = 0']),
    ...(assignee === undefined ? [] : [`c.assignee = ${bind(assignee)}`]),
    ...(assigned === undefined ? [] : [`c.assignee IS ${assigned ? 'NOT NULL' : 'NULL'}`]),
    ...(integrationId === undefined ? [] : [`c.integration_id = ${bind(integrationId)}`]),
    ...(videoId === undefined ? [] : [`c.video_id = ${bind(videoId)}`]),
    ...(kind === undefined ? [] : [`c.kind = ${bind(kind)}`]),
    ...(contactId === undefined
      ? []
      : [
          `c.person_key = (SELECT k.person_key FROM crm_contacts k
             WHERE k.id = ${bind(contactId)} AND k.organisation_id = ${organisation})`,
        ]),
  ];
}
