import { beforeEach, describe, expect, it } from '@jest/globals';
import { OrgContext } from '../../src/database/index.js';
import { SyncRuns } from '../../src/sync/runs/sync-runs.js';
import { MOST_WAITING_RUNS, SyncScheduler } from '../../src/sync/schedule/sync-scheduler.js';
import { MOST_OPEN_PER_ORGANISATION, SHARE_PER_TURN, SyncTurns } from '../../src/sync/schedule/sync-turns.js';
import { useConnector } from '../support/connector.js';
import { addAccounts, makeDue, type Accounts } from '../support/given/sync-accounts.js';

// Nothing runs here: runs stay queued, so that they can be counted.
const connector = useConnector({ webhooks: false, environment: { APP_ROLE: 'api' } });

const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  connector().database.query<Row>(sql, values);
const turns = () => connector().app.get(SyncTurns);
const tick = () => connector().app.get(SyncScheduler).tick();
const at = (seconds: number) => new Date(Date.now() + seconds * 1000);

beforeEach(async () => {
  await query('DELETE FROM sync_runs');
  await query('DELETE FROM sync_schedules');
  await query('DELETE FROM sync_turns');
});

async function runsOf({ organisationId }: Accounts): Promise<number> {
  const [row] = await query<{ count: number }>(
    'SELECT count(*)::int AS count FROM sync_runs WHERE organisation_id = $1',
    [organisationId],
  );
  return row?.count ?? 0;
}

const endRuns = () => query(`UPDATE sync_runs SET status = 'succeeded', due_at = NULL`);

describe('SyncTurns', () => {
  it('queues one run per due schedule and slot, whichever process is first', async () => {
    const accounts = await addAccounts(connector().database, 4);
    await makeDue(connector().database, accounts, at(-5));

    const batches = await Promise.all([1, 2, 3].map(() => turns().claim(at(0), 100)));

    expect(await runsOf(accounts)).toBe(4);
    expect(batches.reduce((total, { queued }) => total + queued, 0)).toBe(4);
    expect(await turns().claim(at(0), 100)).toEqual({ organisations: 0, claimed: 0, queued: 0 });
  });

  it('serves an organisation with one due schedule before the rest of one with 1,000', async () => {
    const [many, one] = [
      await addAccounts(connector().database, 1_000),
      await addAccounts(connector().database, 1),
    ];
    await makeDue(connector().database, many, at(-3_600));
    await makeDue(connector().database, one, at(-5));

    await turns().claim(at(0), 10);

    expect(await runsOf(one)).toBe(1);
    expect(await runsOf(many)).toBe(SHARE_PER_TURN);
  });

  it('gives equal shares to organisations that all have too much', async () => {
    const all = [];
    for (let n = 0; n < 4; n += 1) {
      const accounts = await addAccounts(connector().database, 40);
      await makeDue(connector().database, accounts, at(-100 + n));
      all.push(accounts);
    }

    let queued = 0;
    for (let n = 0; queued < 80; n += 1)
      queued += (await turns().claim(at(n * 0.001), SHARE_PER_TURN)).queued;

    expect(await Promise.all(all.map(runsOf))).toEqual([20, 20, 20, 20]);
  });

  it('skips inactive integrations, and plans nothing for them', async () => {
    const accounts = await addAccounts(connector().database, 1);
    await query(`UPDATE integrations SET status = 'expired' WHERE organisation_id = $1`, [
      accounts.organisationId,
    ]);
    await makeDue(connector().database, accounts, at(-5));

    expect(await turns().claim(at(0), 10)).toMatchObject({ claimed: 1, queued: 0 });

    const sql = 'SELECT due_at AS "dueAt" FROM sync_schedules WHERE organisation_id = $1';
    expect(await query(sql, [accounts.organisationId])).toEqual([{ dueAt: null }]);
    expect(await turns().claim(at(1_000), 10)).toMatchObject({ organisations: 0 });
  });

  it('moves a schedule to its next slot, although its run is still open', async () => {
    const accounts = await addAccounts(connector().database, 1);
    await makeDue(connector().database, accounts, at(-5));
    await turns().claim(at(0), 10);
    await makeDue(connector().database, accounts, at(-4));

    expect(await turns().claim(at(0), 10)).toMatchObject({ claimed: 1, queued: 0 });
    expect(await runsOf(accounts)).toBe(1);
  });

  it('ignores kinds of a newer version, which do not keep an organisation at the front', async () => {
    const accounts = await addAccounts(connector().database, 1);
    // As a newer version does before it adds a kind.
    await connector().database.query('ALTER TABLE sync_schedules DROP CONSTRAINT sync_schedules_kind_check');
    await query(
      `INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at) VALUES ($1, 'polls', $2, now())`,
      [accounts.integrationIds[0], accounts.organisationId],
    );
    await makeDue(connector().database, accounts, at(-5), 'videos');

    expect(await turns().claim(at(0), 10)).toMatchObject({ organisations: 1, queued: 1 });
    expect(await turns().claim(at(1), 10)).toMatchObject({ organisations: 0 });
  });
});

describe('SyncScheduler', () => {
  it('queues runs only while few are waiting', async () => {
    const organisations = MOST_WAITING_RUNS / MOST_OPEN_PER_ORGANISATION + 1;
    const all = [];
    for (let n = 0; n < organisations; n += 1) {
      all.push(await addAccounts(connector().database, MOST_OPEN_PER_ORGANISATION));
      await makeDue(connector().database, all[n] as Accounts, at(-5));
    }

    expect(await tick()).toBe(MOST_WAITING_RUNS);
    expect(await tick()).toBe(0);

    await endRuns();
    expect(await tick()).toBe(MOST_OPEN_PER_ORGANISATION);
  });

  it('queues few runs of one organisation at once, so that there is room for others', async () => {
    const many = await addAccounts(connector().database, MOST_WAITING_RUNS + 50);
    await makeDue(connector().database, many, at(-3_600));

    expect(await tick()).toBe(MOST_OPEN_PER_ORGANISATION);
    expect(await tick()).toBe(0);

    const other = await addAccounts(connector().database, 1);
    await makeDue(connector().database, other, at(-5));
    expect(await tick()).toBe(1);
    expect(await runsOf(other)).toBe(1);

    await endRuns();
    expect(await tick()).toBe(MOST_OPEN_PER_ORGANISATION);
  });

  it('queues runs of others while one organisation has triggered a sync of 1,000 accounts', async () => {
    const [many, other] = [
      await addAccounts(connector().database, 1_000),
      await addAccounts(connector().database, 1),
    ];
    await makeDue(connector().database, many, at(-3_600));
    await makeDue(connector().database, other, at(-5));
    const keys = many.integrationIds.map((integrationId) => ({ integrationId, kind: 'videos' as const }));
    const { app } = connector();

    const runIds = await app
      .get(OrgContext)
      .run(many.organisationId, 'a test', () => app.get(SyncRuns).begin(keys));

    expect(runIds).toHaveLength(1_000);
    expect(await tick()).toBe(1);
    expect(await runsOf(other)).toBe(1);
    expect(await runsOf(many)).toBe(1_000);
  });

  it('serves every organisation within a tick', async () => {
    for (let organisations = 0; organisations < 120; organisations += 1)
      await makeDue(connector().database, await addAccounts(connector().database, 1), at(-5));

    expect(await tick()).toBe(120);
  });
});
