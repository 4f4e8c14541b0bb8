import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { SYSTEM_ROLE } from '../../src/database/connector-role.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

const LATER = 'webhook_events_until_2134_04_12';

let database: TestDatabase;
let system: Client;
beforeAll(async () => {
  database = await createDatabase();
  system = new Client({
    connectionString: database.systemUrl,
    options: `-c role=${SYSTEM_ROLE} -c client_min_messages=debug1`,
  });
  await system.connect();
  await system.query(`SET app.system_reason = 'a spec'`);
  await store(0, 20);
});
afterAll(async () => {
  await system.end();
  await database.drop();
});

/** Stores events of a day from now. */
async function store(days: number, count = 1): Promise<void> {
  await database.query(
    `INSERT INTO webhook_events (id, dedupe_key, client_key, raw_body, signed_at, received_at, late, status)
     SELECT new_id(), CASE WHEN $1 = 0 THEN ''::bytea ELSE webhook_day_key(current_date + $1::int) END || uuid_send(new_id()),
       'app', '', now(), now(), false, 'processed' FROM generate_series(1, $2::int)`,
    [days, count],
  );
}

async function partitionsOf(days: number): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT DISTINCT tableoid::regclass::text AS name FROM webhook_events
     WHERE dedupe_key >= webhook_day_key(current_date + $1::int) AND dedupe_key < webhook_day_key(current_date + $1::int + 1)`,
    [days],
  );
  return rows.map(({ name }) => name);
}

const keep = (days: number) =>
  system.query('SELECT keep_webhook_weeks(current_date, current_date + $1::int)', [days]);

/** @returns what PostgreSQL says about reading the rest */
async function debugLines(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const listen = ({ message }: { message?: string }) => void lines.push(message ?? '');
  system.on('notice', listen);
  await work();
  system.off('notice', listen);
  return lines.filter((line) => line.includes('webhook_events_rest'));
}

describe('keep_webhook_weeks', () => {
  it('makes weeks without reading the rest of the events, once the guard is checked', async () => {
    await system.query('SELECT guard_webhook_weeks()');
    await system.query('SELECT check_webhook_guard()');

    const lines = await debugLines(() => keep(70));

    // For each new partition, PostgreSQL says that it need not read the default one.
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toContain('is implied by existing constraints');
    const guards = await database.query(`SELECT FROM pg_constraint WHERE conname = 'webhook_events_guard'`);
    expect(guards).toEqual([]);
  });

  it('moves events that came before their week, and keeps those of later weeks', async () => {
    await store(90);
    await store(400);
    expect([await partitionsOf(90), await partitionsOf(400)]).toEqual([[LATER], [LATER]]);

    await keep(91);

    expect(await partitionsOf(90)).toEqual([expect.stringMatching(/^webhook_events_\d{4}_\d\d_\d\d$/)]);
    expect(await partitionsOf(400)).toEqual([LATER]);
  });

  it('leaves no gap after a long break', async () => {
    await system.query('SELECT keep_webhook_weeks(current_date + 200, current_date + 207)');
    await store(150);
    expect(await partitionsOf(150)).toEqual([expect.stringMatching(/^webhook_events_\d{4}_\d\d_\d\d$/)]);
  });

  it('accepts events of every time while the guard stands', async () => {
    await system.query('SELECT guard_webhook_weeks()');
    for (const days of [-900, -1, 7, 300, 20_000]) await store(days);
    await store(50_000);
    await keep(230);
  });
});
