import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { USERS } from '../../src/crm-inbox/conversations/inbox-users.js';
import { conditionsOf } from '../../src/crm-inbox/conversations/conversation-filter.js';
import { unreadGroups } from '../../src/crm-inbox/conversations/unread-counter.js';
import { CONNECTOR_ROLE } from '../../src/database/connector-role.js';
import { bindings } from '../../src/database/index.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';

const CONVERSATIONS = 20_000;
/** One of so many is unread, or belongs to no user. */
const SHARE = 100;

let database: TestDatabase;
let login: Client;
let own: OrganisationRows;
beforeAll(async () => {
  database = await createDatabase();
  own = await insertRows(database);
  await database.query(
    `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, status, assignee,
       unread_count, last_message_at)
     SELECT gen_random_uuid(), $1, $2, 'comment', '2', (1000000 + n)::text, 'open', CASE WHEN n % $4 > 0 THEN 'user-' || n % 30 END,
       CASE WHEN n % $4 = 1 THEN 1 ELSE 0 END, now() - n * interval '1 minute'
     FROM generate_series(1, $3::int) AS n`,
    [own.organisationId, own.integrationId, CONVERSATIONS, SHARE],
  );
  await database.query('ANALYZE conversations');
  login = new Client({ connectionString: database.appUrl, options: `-c role=${CONNECTOR_ROLE}` });
  await login.connect();
  await login.query(`SELECT set_config('app.organisation_id', $1, false)`, [own.organisationId]);
}, 60_000);
afterAll(async () => {
  await login.end();
  await database.drop();
});

interface PlanNode {
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

async function plan(sql: string, values: unknown[]): Promise<PlanNode[]> {
  const { rows } = await login.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    values,
  );
  return nodes(rows[0]!['QUERY PLAN'][0].Plan);
}

function nodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodes)];
}

/** Rows that a plan has read of the conversations. */
function rowsRead(found: readonly PlanNode[]): number {
  return found
    .filter((node) => node['Relation Name'] === 'conversations')
    .reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );
}

function conditions(filter: Parameters<typeof conditionsOf>[0]): { where: string[]; values: unknown[] } {
  const { values, bind } = bindings();
  return { where: conditionsOf(filter, own.organisationId, bind), values };
}

describe('the plans of the inbox', () => {
  it('read no conversation that is read to count those that are not', async () => {
    const { where, values } = conditions({ unread: true });
    const found = await plan(unreadGroups(where), values);

    expect(found.map((node) => node['Index Name'])).toContain('conversations_unread');
    expect(rowsRead(found)).toBe(CONVERSATIONS / SHARE);
  });

  it('read no conversation of a user to list those of none', async () => {
    const { where, values } = conditions({ status: 'open', assigned: false });
    const tail = `WHERE ${where.join(' AND ')} ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51`;
    const found = await plan(`SELECT c.id FROM conversations c ${tail}`, values);

    expect(rowsRead(found)).toBe(51);
  });

  it('step from user to user', async () => {
    const found = await plan(USERS, [own.organisationId]);

    expect(rowsRead(found)).toBeLessThan(40);
  });
});
