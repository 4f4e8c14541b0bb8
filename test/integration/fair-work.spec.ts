import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { WorkClaims } from '../../src/jobs/work-claims.js';
import { addAccounts } from '../support/given/sync-accounts.js';
import { useServiceDatabase } from '../support/service-database.js';

const service = useServiceDatabase();
let claims: WorkClaims;

beforeAll(() => {
  claims = new WorkClaims(service().system);
});

/** Queues a run for each account of a new organisation, the first one due the longest. */
async function queuedRuns(count: number, dueSeconds: number): Promise<string[]> {
  const { organisationId, integrationIds } = await addAccounts(service().database, count);
  const ids = integrationIds.map(() => randomUUID());
  await service().database.query(
    `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status, due_at)
     SELECT id, $3, integration_id, 'profile', 'cron', 'queued', now() - make_interval(secs => $4 - place)
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS new (id, integration_id, place)`,
    [ids, integrationIds, organisationId, dueSeconds],
  );
  return ids;
}

describe('Runs of several organisations', () => {
  it('are found in turns, and those under way count', async () => {
    const [taken = '', ...many] = await queuedRuns(5, 3_600);
    const two = await queuedRuns(2, 300);
    const [one] = await queuedRuns(1, 60);
    await claims.claim('sync_runs', taken);

    const inTurns = [two[0], one, many[0], two[1], ...many.slice(1)];
    expect(await claims.dueFairly('sync_runs', 100)).toEqual(inTurns);
    expect(await claims.dueFairly('sync_runs', 2)).toEqual(inTurns.slice(0, 2));
    expect(await claims.due('sync_runs', 2)).toEqual(many.slice(0, 2));
  });

  it('are found however many older ones another organisation has', async () => {
    await service().database.query('DELETE FROM sync_runs');
    const many = await queuedRuns(2_500, 7_200);
    const others = [await queuedRuns(1, 30), await queuedRuns(1, 20), await queuedRuns(1, 10)].flat();

    const first = await claims.dueFairly('sync_runs', 4);
    expect(new Set(first)).toEqual(new Set([many[0], ...others]));
    expect(await claims.dueFairly('sync_runs', 100)).toHaveLength(100);
  });

  it('are found as fast among 2,000 organisations as work needs it', async () => {
    await service().database.query('DELETE FROM sync_runs');
    const one = await queuedRuns(1, 10);
    await queuedRuns(2_000, 3_600);
    // Each account becomes that of an organisation of its own.
    await service().database.query('ALTER TABLE sync_runs DISABLE TRIGGER ALL');
    await service().database.query(
      `UPDATE sync_runs SET organisation_id = organisation_id || id WHERE due_at < now() - interval '1 minute'`,
    );
    await service().database.query('ALTER TABLE sync_runs ENABLE TRIGGER ALL');
    await service().database.query('ANALYZE sync_runs');
    const started = performance.now();
    const found = await claims.dueFairly('sync_runs', 100);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect([found.length, found.includes(one[0] ?? '')]).toEqual([100, false]);
  });
});
