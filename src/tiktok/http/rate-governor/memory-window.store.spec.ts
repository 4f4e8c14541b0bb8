import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Clock } from '../../../common/index.js';
import { WINDOW_MS } from './budget.js';
import { MemoryWindowStore } from './memory-window.store.js';
import type { Priority } from './rated-call.js';
import type { SlidingBudget, Taking } from './window.store.js';

class SpecClock extends Clock {
  ms = 1_793_000_000_000;
  override now(): Date {
    return new Date(this.ms);
  }
}

const budget = (limit: number, window: SlidingBudget['window'] = 'minute'): SlidingBudget => ({
  key: `k${limit}${window}`,
  scope: 'app',
  limit,
  window,
});

/** TikTok's side: when it counted each call, and the most that any of its windows held. */
function busiestWindow(counted: number[], windowMs: number): number {
  const sorted = counted.toSorted((a, b) => a - b);
  let first = 0;
  let busiest = 0;
  for (const [last, time] of sorted.entries()) {
    while ((sorted[first] ?? 0) <= time - windowMs) first += 1;
    busiest = Math.max(busiest, last - first + 1);
  }
  return busiest;
}

interface Attempt {
  gapMs: number;
  latencyMs: number;
  /** When within the latency TikTok counts the call. */
  share: number;
  priority: Priority;
}

/** Attempts one after another, answers whenever they come. @returns when TikTok counted each call */
async function simulate(budgets: SlidingBudget[], attempts: Iterable<Attempt>): Promise<number[]> {
  const clock = new SpecClock();
  const store = new MemoryWindowStore(clock);
  const underWay: { taking: Taking; answerAt: number }[] = [];
  const counted: number[] = [];
  const settleUntil = async (until: number) => {
    for (const call of underWay.toSorted((a, b) => a.answerAt - b.answerAt)) {
      if (call.answerAt > until) break;
      clock.ms = call.answerAt;
      await store.settle(call.taking);
      underWay.splice(underWay.indexOf(call), 1);
    }
    clock.ms = until;
  };
  let number = 0;
  for (const { gapMs, latencyMs, share, priority } of attempts) {
    await settleUntil(clock.ms + gapMs);
    const taking = { id: String((number += 1)), priority, budgets };
    if (!(await store.take(taking)).taken) continue;
    counted.push(clock.ms + latencyMs * share);
    underWay.push({ taking, answerAt: clock.ms + latencyMs });
  }
  return counted;
}

const attempt = (latencyMs: number) =>
  fc.record({
    gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })),
    latencyMs: fc.integer({ min: 0, max: latencyMs }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    priority: fc.constantFrom<Priority>('interactive', 'essential', 'background'),
  });

const taking = (id: string, budgets: SlidingBudget[]): Taking => ({ id, priority: 'background', budgets });

describe('MemoryWindowStore', () => {
  it('never lets more than the budget pass in any window that slides, however long answers take', async () => {
    // A call may take 30 s; one that takes longer than two windows of a second is not held for ever.
    const cases = [
      [budget(6), 30_000],
      [budget(60), 30_000],
      [budget(10, 'second'), 1_900],
    ] as const;
    for (const [one, latencyMs] of cases) {
      await fc.assert(
        fc.asyncProperty(fc.array(attempt(latencyMs), { maxLength: 400, size: 'max' }), async (attempts) => {
          const counted = await simulate([one], attempts);
          expect(busiestWindow(counted, WINDOW_MS[one.window])).toBeLessThanOrEqual(one.limit);
        }),
        { numRuns: 60 },
      );
    }
  });

  it.each([
    ['six inits a minute', [budget(6)], 200],
    ['thirty status calls a minute', [budget(30)], 200],
    ['600 display calls a minute', [budget(600)], 100],
    ['ten calls a second', [budget(10, 'second')], 30],
    ['ten a second and 600 a minute together', [budget(10, 'second'), budget(600)], 10],
  ])(
    'lets background work use at least 95 %% of %s while work is waiting',
    async (_what, budgets, latencyMs) => {
      const minutes = 10;
      const everyMs = 5;
      function* demand(): Iterable<Attempt> {
        for (let ms = 0; ms < minutes * 60_000; ms += everyMs)
          yield { gapMs: everyMs, latencyMs, share: 0.5, priority: 'background' };
      }
      const counted = await simulate(budgets, demand());
      const perMinute = Math.min(...budgets.map(({ limit, window }) => (limit * 60_000) / WINDOW_MS[window]));
      expect(counted.length / (minutes * perMinute)).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('keeps a fifth for people while they are calling, and gives it back afterwards', async () => {
    const clock = new SpecClock();
    const store = new MemoryWindowStore(clock);
    const take = async (priority: Priority) =>
      (await store.take({ id: String(Math.random()), priority, budgets: [budget(30)] })).taken;
    const takeAll = async (priority: Priority) => {
      let taken = 0;
      while (await take(priority)) taken += 1;
      return taken;
    };
    expect(await take('interactive')).toBe(true);
    expect(await takeAll('background')).toBe(23);
    expect(await takeAll('interactive')).toBe(6);
    clock.ms += 120_000;
    expect(await takeAll('background')).toBe(30);
  });

  it('says when to come back, and then lets the call through', async () => {
    const clock = new SpecClock();
    const store = new MemoryWindowStore(clock);
    const one = [budget(1)];
    await store.take(taking('a', one));
    clock.ms += 20_000;
    const verdict = await store.take(taking('b', one));
    expect(verdict).toMatchObject({ taken: false, budget: { limit: 1 }, waitMs: 40_001 });
    clock.ms += 40_001;
    expect(await store.take(taking('b', one))).toEqual({ taken: true });
  });

  it('takes from every budget or from none, and gives back what was not sent', async () => {
    const store = new MemoryWindowStore(new SpecClock());
    await store.take(taking('a', [budget(1)]));
    expect((await store.take(taking('b', [budget(2), budget(1)]))).taken).toBe(false);
    expect((await store.take(taking('c', [budget(2)]))).taken).toBe(true);
    const sent = taking('d', [budget(2)]);
    expect((await store.take(sent)).taken).toBe(true);
    expect((await store.take(taking('e', [budget(2)]))).taken).toBe(false);
    await store.release(sent);
    expect((await store.take(taking('e', [budget(2)]))).taken).toBe(true);
  });
});
