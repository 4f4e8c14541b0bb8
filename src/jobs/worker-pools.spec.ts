import { describe, expect, it, jest } from '@jest/globals';
import { WorkerPools } from './worker-pools.js';
import type { ClaimedRow } from './work-claims.js';
import type { WorkRunner } from './work-runner.js';
import type { Work } from './work.js';

const work = (name: string, concurrency: number): Work => ({
  name,
  table: 'publications',
  concurrency,
  handle: () => Promise.resolve(),
});

/** A runner whose steps the test ends. */
function poolsWithSteps() {
  const running = new Map<string, (hadWork: boolean) => void>();
  const began: string[] = [];
  const run = (one: Work, id: string, { onClaim }: { onClaim: () => void }) => {
    began.push(`${one.name} ${id}`);
    return new Promise<void>((resolve) =>
      running.set(id, (hadWork) => {
        if (hadWork) onClaim();
        resolve();
      }),
    );
  };
  const given: string[] = [];
  const giveBack = (one: Work, rows: readonly ClaimedRow[]) => {
    given.push(...rows.map(({ id }) => `${one.name} ${id}`));
    return Promise.resolve();
  };
  const runner = { run, giveBack, stop: () => Promise.resolve() } as unknown as WorkRunner;
  const end = async (id: string, hadWork = true) => {
    running.get(id)?.(hadWork);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { pools: new WorkerPools(runner), began, given, end };
}

describe('WorkerPools', () => {
  it('limits each kind of work to its concurrency, in the order of the wake-ups', async () => {
    const { pools, began, end } = poolsWithSteps();
    const publish = work('publish', 2);
    for (const id of ['a', 'b', 'c', 'd']) pools.offer(publish, id);
    expect(began).toEqual(['publish a', 'publish b']);
    await end('b');
    expect(began).toEqual(['publish a', 'publish b', 'publish c']);
  });

  it('runs other kinds while one kind hangs', () => {
    const { pools, began } = poolsWithSteps();
    for (const id of ['a', 'b', 'c']) pools.offer(work('publish', 1), id);
    pools.offer(work('webhook', 1), 'w');
    expect(began).toEqual(['publish a', 'webhook w']);
  });

  it('runs a row once when it is woken again while it waits', async () => {
    const { pools, began, end } = poolsWithSteps();
    const publish = work('publish', 1);
    for (const id of ['a', 'b', 'b', 'b']) pools.offer(publish, id);
    await end('a');
    await end('b');
    expect(began).toEqual(['publish a', 'publish b']);
  });

  it('takes rows whose order counts before those that wait', async () => {
    const { pools, began, end } = poolsWithSteps();
    const sync = work('sync', 1);
    for (const id of ['a', 'b', 'c']) pools.offer(sync, id);

    pools.offerInOrder(sync, ['d', 'c']);

    for (const id of ['a', 'd', 'c', 'b']) await end(id);
    expect(began).toEqual(['sync a', 'sync d', 'sync c', 'sync b']);
  });

  it('asks for more rows once when the pool is nearly empty', async () => {
    const { pools, end } = poolsWithSteps();
    const publish = work('publish', 1);
    let refills = 0;
    pools.whenNearlyEmpty(publish, () => (refills += 1));
    for (const id of ['a', 'b', 'c', 'd']) pools.offer(publish, id);
    await end('a');
    expect(refills).toBe(0);
    await end('b');
    expect(refills).toBe(1);
    for (const id of ['c', 'd']) await end(id);
    expect(refills).toBe(1);
  });

  it('does not ask for more rows when other processes had claimed all of them', async () => {
    const { pools, end } = poolsWithSteps();
    const publish = work('publish', 1);
    let refills = 0;
    pools.whenNearlyEmpty(publish, () => (refills += 1));
    for (const id of ['a', 'b', 'c']) pools.offer(publish, id);
    for (const id of ['a', 'b', 'c']) await end(id, false);
    expect(refills).toBe(0);
  });

  it('accepts no more rows after it was stopped', async () => {
    const { pools, began, end } = poolsWithSteps();
    const publish = work('publish', 1);
    pools.offer(publish, 'a');
    pools.offer(publish, 'b');
    await pools.stop();
    pools.offer(publish, 'c');
    await end('a');
    expect(began).toEqual(['publish a']);
  });

  it('has room for the new rows that the kind of work may hold, and keeps some for those that were due before', () => {
    const { pools } = poolsWithSteps();
    const webhook = { ...work('webhook', 1), ahead: 3 };
    expect(pools.room(work('publish', 1))).toBe(100);
    expect(pools.room(webhook)).toBe(3);
    for (const id of ['running', 'a', 'b', 'c', 'd']) pools.offer(webhook, id, { id } as ClaimedRow);
    expect(pools.room(webhook)).toBe(0);
  });

  it('takes every claimed row, however many others wait', async () => {
    const { pools, began, end } = poolsWithSteps();
    const webhook = { ...work('webhook', 1), ahead: 1 };
    for (let n = 0; n < 200; n += 1) pools.offer(webhook, `woken ${n}`);
    pools.offer(webhook, 'late');
    pools.offer(webhook, 'claimed', { id: 'claimed' } as ClaimedRow);
    for (const id of ['woken 0', ...Array.from({ length: 101 }, (_, n) => `woken ${n + 1}`)]) await end(id);
    expect(began).toContain('webhook claimed');
    expect(began).not.toContain('webhook late');
  });

  it('returns claimed rows that have waited too long', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { pools, began, given, end } = poolsWithSteps();
    const webhook = work('webhook', 1);
    for (const id of ['a', 'b']) pools.offer(webhook, id, { id } as ClaimedRow);
    jest.advanceTimersByTime(10_001);
    pools.offer(webhook, 'c', { id: 'c' } as ClaimedRow);
    await end('a');
    expect(given).toEqual(['webhook b']);
    expect(began).toEqual(['webhook a', 'webhook c']);
    jest.useRealTimers();
  });

  it('returns the claimed rows that wait when it stops', async () => {
    const { pools, given } = poolsWithSteps();
    const webhook = work('webhook', 1);
    for (const id of ['a', 'b', 'c']) pools.offer(webhook, id, { id } as ClaimedRow);
    pools.offer(webhook, 'unclaimed');
    await pools.stop();
    expect(given).toEqual(['webhook b', 'webhook c']);
  });
});
