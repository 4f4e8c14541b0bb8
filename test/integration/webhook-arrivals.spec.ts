import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { SYSTEM_ROLE } from '../../src/database/connector-role.js';
import { LATEST } from '../../src/webhooks/watchdog/arrivals.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';

const OTHERS = 5_000;
const OWN = 25_000;
const MOST = 20_000;
const EVER = '00000000-0000-7000-8000-000000000000';

let database: TestDatabase;
let system: Client;
let busy: OrganisationRows;
let quiet: OrganisationRows;
beforeAll(async () => {
  database = await createDatabase();
  [busy, quiet] = [await insertRows(database), await insertRows(database)];
  await events(quiet, OWN);
  await events(busy, OTHERS);
  await database.query('ANALYZE webhook_events, webhook_receipts');
  system = new Client({ connectionString: database.systemUrl, options: `-c role=${SYSTEM_ROLE}` });
  await system.connect();
  await system.query(`SET app.system_reason = 'a spec'`);
}, 60_000);
afterAll(async () => {
  await system.end();
  await database.drop();
});

async function events(to: OrganisationRows, count: number): Promise<void> {
  await database.query(
    `WITH stored AS (
       INSERT INTO webhook_events (id, dedupe_key, client_key, event, raw_body, signed_at, received_at, late, status)
       SELECT new_id(), sha256(convert_to($1 || n, 'UTF8')), 'app', 'comment.update', '', now(), now(), false, 'processed'
       FROM generate_series(1, $2::int) AS n RETURNING id)
     INSERT INTO webhook_receipts (event_id, organisation_id, integration_id) SELECT id, $1, $3 FROM stored`,
    [to.organisationId, count, to.integrationId],
  );
}

interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** Rows of events that a plan has read. */
function eventsRead(node: PlanNode): number {
  const own = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
  const read = node['Relation Name']?.startsWith('webhook_events') ? own * (node['Actual Loops'] ?? 1) : 0;
  return (node.Plans ?? []).reduce((sum, one) => sum + eventsRead(one), read);
}

describe('the latest webhook of a family', () => {
  it.each(['im_', 'comment.'])(
    'of %s reads a limited number of events, of its own account only',
    async (family) => {
      const { rows } = await system.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${LATEST}`,
        [quiet.organisationId, quiet.integrationId, EVER, family],
      );
      const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
      expect(plan && eventsRead(plan.Plan)).toBeLessThanOrEqual(MOST);
    },
  );

  it('is the newest one of the account', async () => {
    const newest = await database.query<{ at: Date }>(
      `UPDATE webhook_events SET received_at = '2026-11-01' WHERE id = (
         SELECT max(e.id::text)::uuid FROM webhook_receipts r JOIN webhook_events e ON e.id = r.event_id
         WHERE r.organisation_id = $1 AND e.event = 'comment.update') RETURNING received_at AS at`,
      [quiet.organisationId],
    );
    const ask = (family: string) =>
      system.query(LATEST, [quiet.organisationId, quiet.integrationId, EVER, family]);
    expect((await ask('comment.')).rows).toEqual(newest);
    expect((await ask('im_')).rows).toEqual([]);
  });
});
