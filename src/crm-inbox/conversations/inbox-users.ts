import { Injectable } from '@nestjs/common';
import { OrgContext, OrgReader } from '../../database/index.js';
import type { InboxUsersView } from './dto/inbox-users.view.js';

const MOST = 200;
// Where users left their ids. Each has an index that begins with the organisation and the user.
const PLACES = [
  ['conversations', 'assignee'],
  ['conversation_events', 'actor'],
  ['crm_outbox', 'created_by'],
] as const;

/** Steps from one user to the next in an index. A DISTINCT would read every row. */
function usersIn(table: string, column: string): string {
  const next = (after: string) =>
    `(SELECT min(${column}) FROM ${table} WHERE organisation_id = $1 AND ${column} IS NOT NULL${after})`;
  return `
    (WITH RECURSIVE users (id) AS (
       SELECT ${next('')}
       UNION ALL SELECT ${next(` AND ${column} > users.id`)} FROM users WHERE users.id IS NOT NULL)
     SELECT id FROM users WHERE id IS NOT NULL LIMIT ${MOST})`;
}

/** Lists the users of the organisation `$1`. */
export const USERS = `
  ${PLACES.map(([table, column]) => usersIn(table, column)).join(' UNION ')} ORDER BY id LIMIT ${MOST}`;

/** Knows who works in the inbox. The service has no list of users: it sees one when they act, or when a conversation is assigned to them. */
@Injectable()
export class InboxUsers {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
  ) {}

  async list(): Promise<InboxUsersView> {
    return { items: await this.reader.select<{ id: string }>(USERS, [this.orgContext.organisationId]) };
  }
}
