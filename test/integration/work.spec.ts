import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from 'tiktok-sandbox/testing';
import { LeaseLostError, NotYetError, TryLaterError, type Claim, type Work } from '../../src/jobs/index.js';
import { LEASE_SECONDS, WorkClaims } from '../../src/jobs/work-claims.js';
import { WorkRunner } from '../../src/jobs/work-runner.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';
import { useServiceDatabase } from '../support/service-database.js';

const service = useServiceDatabase();
/** Timers that stay real: only heartbeats are advanced by the tests. */
const ALL_BUT_INTERVALS = [
  'setTimeout',
  'clearTimeout',
  'setImmediate',
  'clearImmediate',
  'nextTick',
  'queueMicrotask',
  'performance',
  'Date',
  'hrtime',
] as const;
let owner: OrganisationRows;
let claims: WorkClaims;

interface Row extends Record<string, unknown> {
  due_in: number | null;
  leased: boolean;
  attempts: number;
  last_error: string | null;
}

beforeAll(async () => {
  // Failing steps are part of these tests.
  Logger.overrideLogger(false);
  owner = await insertRows(service().database);
  claims = new WorkClaims(service().system);
});
beforeEach(() => service().database.query(`UPDATE publications SET due_at = NULL, lease_until = NULL`));
afterEach(() => {
  jest.useRealTimers();
});

/** Inserts a due publication of the organisation. */
async function dueRow({ organisationId, integrationId } = owner, dueIn = '-1 second'): Promise<string> {
  const id = randomUUID();
  await service().database.query(
    `INSERT INTO publications (id, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
       allow_duet, allow_stitch, status, created_by, due_at)
     VALUES ($1, $2, $3, 'video', 'direct', 't', 'c', 'SELF_ONLY', false, false, false, 'publishing', 'tester', now() + $4::interval)`,
    [id, organisationId, integrationId, dueIn],
  );
  return id;
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await service().database.query<Row>(
    `SELECT round(extract(epoch FROM due_at - now()))::int AS due_in,
       coalesce(lease_until > now(), false) AS leased, attempts, last_error FROM publications WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error('the row is gone');
  return row;
}

function runner(): WorkRunner {
  return new WorkRunner(claims, service().orgContext);
}

function work(handle: Work['handle']): Work {
  return { name: 'test', table: 'publications', concurrency: 1, handle };
}

/** Ends the work on the row, like a real handler. */
async function settle({ id }: Claim): Promise<void> {
  const { orgContext } = service();
  await orgContext.transaction((em) => em.query('UPDATE publications SET due_at = NULL WHERE id = $1', [id]));
}

async function endLease(id: string): Promise<void> {
  await service().database.query(
    `UPDATE publications SET lease_until = now() - interval '1 second' WHERE id = $1`,
    [id],
  );
}

describe('A due row', () => {
  it('is handled once although two runners are woken for it', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => dueRow()));
    const handled: string[] = [];
    const task = work(async (claim) => {
      handled.push(claim.id);
      await settle(claim);
    });
    const [one, two] = [runner(), runner()];

    await Promise.all(ids.flatMap((id) => [one.run(task, id), two.run(task, id)]));

    expect(handled.toSorted()).toEqual(ids.toSorted());
  });

  it('is handled inside its organisation', async () => {
    const other = await insertRows(service().database);
    const ids = [await dueRow(owner), await dueRow(other)];
    const seen: (string | undefined)[] = [];
    const task = work(async (claim) => {
      expect(service().orgContext.organisationId).toBe(claim.organisationId);
      seen.push(claim.organisationId);
      await settle(claim);
    });

    for (const id of ids) await runner().run(task, id);

    expect(seen).toEqual([owner.organisationId, other.organisationId]);
  });

  it('is found oldest first, without leased rows and rows that are not due', async () => {
    const second = await dueRow(owner, '-1 minute');
    const first = await dueRow(owner, '-1 hour');
    await dueRow(owner, '1 hour');
    const taken = await dueRow(owner, '-2 hours');
    await claims.claim('publications', taken);

    expect(await claims.due('publications', 10)).toEqual([first, second]);
    expect(await claims.due('publications', 1)).toEqual([first]);
  });

  it('shows which tables have some, without leased rows and rows that are not due', async () => {
    const tables = ['publications', 'sync_runs', 'ad_launches'] as const;
    await dueRow(owner, '1 hour');
    const taken = await dueRow(owner, '-2 hours');
    await claims.claim('publications', taken);
    expect(await claims.tablesWithDue(tables)).toEqual(new Set());

    await dueRow(owner, '-1 second');
    expect(await claims.tablesWithDue(tables)).toEqual(new Set(['publications']));
  });

  it('is claimed and released in a batch, each for its own caller', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => dueRow()));
    const later = await dueRow(owner, '1 minute');

    const rows = await Promise.all([later, ...ids, ...ids].map((id) => claims.claim('publications', id)));

    expect(rows.map((row) => row?.id)).toEqual([undefined, ...ids, ...ids.map(() => undefined)]);
    const set = { due_at: null };
    const taken = rows.filter((row) => row !== undefined);
    const released = await Promise.all(taken.map((row) => claims.release('publications', row, set)));
    expect(released.map((row) => row?.id)).toEqual(ids);
    for (const id of ids)
      expect(await rowOf(id)).toEqual({ due_in: null, leased: false, attempts: 0, last_error: null });
    await endLease(later);
    expect(await claims.claim('publications', later)).toBeUndefined();
  });

  it('gets the update that its handler returns, with any text', async () => {
    const ids = [await dueRow(), await dueRow()];
    const reasons = ['half \ud83d of an emoji', 'a \0 zero byte'];
    const task = work(({ id }) =>
      Promise.resolve({ set: { fail_reason: reasons[ids.indexOf(id)] ?? '', due_at: null } }),
    );

    await Promise.all(ids.map((id) => runner().run(task, id)));

    const rows = await service().database.query<{ fail_reason: string }>(
      'SELECT fail_reason FROM publications WHERE id = ANY($1) ORDER BY fail_reason',
      [ids],
    );
    expect(rows.map(({ fail_reason: reason }) => reason)).toEqual([
      'a  zero byte',
      'half \ufffd of an emoji',
    ]);
    expect(await rowOf(ids[0] ?? '')).toMatchObject({ due_in: null, leased: false });
  });

  it('ignores the update of a handler that has lost the lease', async () => {
    const id = await dueRow();
    const task = work(async () => {
      await endLease(id);
      await claims.claim('publications', id);
      return { set: { fail_reason: 'too late', due_at: null } };
    });

    await runner().run(task, id);

    const [row] = await service().database.query('SELECT fail_reason FROM publications WHERE id = $1', [id]);
    expect(row).toEqual({ fail_reason: null });
    expect(await rowOf(id)).toMatchObject({ leased: true });
  });

  it('is not claimed before it is due', async () => {
    const id = await dueRow(owner, '1 minute');
    const handle = jest.fn(settle);

    await runner().run(work(handle), id);

    expect(handle).not.toHaveBeenCalled();
    expect(await claims.claim('publications', randomUUID())).toBeUndefined();
  });

  it('has no lease, attempts and error after success', async () => {
    const id = await dueRow();
    await service().database.query(`UPDATE publications SET attempts = 3, last_error = 'x' WHERE id = $1`, [
      id,
    ]);

    await runner().run(work(settle), id);

    expect(await rowOf(id)).toEqual({ due_in: null, leased: false, attempts: 0, last_error: null });
  });
});

describe('A failed step', () => {
  it('makes the row due again after a doubling pause, and stores the reason', async () => {
    const id = await dueRow();
    const task = work(() => Promise.reject(new Error('no luck')));
    const pauses: (number | null)[] = [];
    for (let n = 0; n < 10; n += 1) {
      await runner().run(task, id);
      const { due_in: dueIn, leased, attempts, last_error: lastError } = await rowOf(id);
      expect({ leased, attempts, lastError }).toEqual({
        leased: false,
        attempts: n + 1,
        lastError: 'no luck',
      });
      pauses.push(dueIn);
      await service().database.query('UPDATE publications SET due_at = now() WHERE id = $1', [id]);
    }

    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('uses the pause of a TryLaterError', async () => {
    const id = await dueRow();

    await runner().run(
      work(() => Promise.reject(new TryLaterError('limited', 60))),
      id,
    );

    expect(await rowOf(id)).toMatchObject({ due_in: 60, leased: false, last_error: 'limited' });
  });

  it('does not count as an attempt after a NotYetError', async () => {
    const id = await dueRow();

    await runner().run(
      work(() => Promise.reject(new NotYetError('not there', 5))),
      id,
    );

    expect(await rowOf(id)).toEqual({ due_in: 5, leased: false, attempts: 0, last_error: 'not there' });
  });

  it('never makes the runner throw', async () => {
    const id = await dueRow();

    await expect(
      runner().run(
        work(() => Promise.reject(new Error('x'))),
        id,
      ),
    ).resolves.toBeUndefined();
  });
});

describe('A lease', () => {
  it('cannot be extended or released after another process has taken the row', async () => {
    const id = await dueRow();
    const first = await claims.claim('publications', id);
    expect(await claims.claim('publications', id)).toBeUndefined();
    await endLease(id);

    const second = await claims.claim('publications', id);

    expect(second?.lease_token).not.toBe(first?.lease_token);
    if (!first || !second) throw new Error('not taken');
    await expect(claims.extend('publications', first)).rejects.toThrow(LeaseLostError);
    await claims.retryLater('publications', first, 'too late');
    await claims.reschedule('publications', first);
    await claims.release('publications', first);
    expect(await rowOf(id)).toMatchObject({ leased: true, attempts: 2, last_error: null });
    await claims.extend('publications', second);
  });

  it('is checked by assertHeld', async () => {
    const id = await dueRow();
    const asked: string[] = [];
    const task = work(async (claim) => {
      await claim.assertHeld();
      asked.push('held');
      await endLease(id);
      await claims.claim('publications', id);
      await claim.assertHeld();
      asked.push('held twice');
    });

    await runner().run(task, id);

    expect(asked).toEqual(['held']);
    expect(await rowOf(id)).toMatchObject({ leased: true, last_error: null });
  });

  it('is extended while a step runs', async () => {
    jest.useFakeTimers({ doNotFake: [...ALL_BUT_INTERVALS] });
    const id = await dueRow();
    const task = work(async (claim) => {
      await service().database.query(
        `UPDATE publications SET lease_until = now() + interval '1 second' WHERE id = $1`,
        [id],
      );
      jest.advanceTimersByTime((LEASE_SECONDS * 1000) / 4);
      await eventually(async () => {
        const [row] = await service().database.query<{ renewed: boolean }>(
          `SELECT lease_until > now() + make_interval(secs => $2) AS renewed FROM publications WHERE id = $1`,
          [id, LEASE_SECONDS / 2],
        );
        return row?.renewed;
      });
      await settle(claim);
    });

    await runner().run(task, id);

    expect(await rowOf(id)).toMatchObject({ due_in: null, last_error: null });
  });

  it('aborts the step when another process has taken the row', async () => {
    jest.useFakeTimers({ doNotFake: [...ALL_BUT_INTERVALS] });
    const id = await dueRow();
    const task = work(async ({ signal }) => {
      await endLease(id);
      await claims.claim('publications', id);
      jest.advanceTimersByTime((LEASE_SECONDS * 1000) / 4);
      await eventually(() => signal.aborted);
      signal.throwIfAborted();
    });

    await runner().run(task, id);

    expect(await rowOf(id)).toMatchObject({ leased: true, attempts: 2, last_error: null });
  });
});

describe('A stopping runner', () => {
  it('aborts running steps, and makes their rows due at once', async () => {
    const id = await dueRow();
    const stopping = runner();
    let begun = false;
    const step = stopping.run(
      work(
        ({ signal }) =>
          new Promise((_, reject) => {
            begun = true;
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          }),
      ),
      id,
    );
    await eventually(() => begun);

    await stopping.stop();
    await step;

    expect(await rowOf(id)).toMatchObject({ due_in: 0, leased: false, last_error: null });
    const handled = jest.fn(settle);
    await runner().run(work(handled), id);
    expect(handled).toHaveBeenCalledTimes(1);
  });

  it('waits for a step that ignores the abort', async () => {
    const id = await dueRow();
    const stopping = runner();
    const step = stopping.run(
      work(async (claim) => {
        await eventually(() => claim.signal.aborted);
        await settle(claim);
      }),
      id,
    );
    await eventually(async () => (await rowOf(id)).leased);

    await stopping.stop();

    expect(await rowOf(id)).toMatchObject({ due_in: null, leased: false, attempts: 0 });
    await step;
  });

  it('claims no more rows', async () => {
    const id = await dueRow();
    const stopped = runner();
    await stopped.stop();
    const handle = jest.fn(settle);

    await stopped.run(work(handle), id);

    expect(handle).not.toHaveBeenCalled();
    expect(await rowOf(id)).toMatchObject({ leased: false, attempts: 0 });
  });
});
