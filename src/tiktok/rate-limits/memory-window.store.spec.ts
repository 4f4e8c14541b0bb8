import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Clock } from '../../common/index.js';
import { budgetOf, windowStoreContract, takingOf } from '../testing/window-store-contract.js';
import { WINDOW_MS, type Budget, type SlidingWindow } from './budget.js';
import { MemoryWindowStore } from './memory-window.store.js';
import type { Priority } from './rated-call.js';
import type { Taking } from './window.store.js';

class SpecClock extends Clock {
  ms = 1_793_000_000_000;
  override now(): Date {
    return new Date(this.ms);
  }
}

type SlidingBudget = Budget & { window: SlidingWindow };

const budget = (limit: number, window: SlidingWindow = 'minute'): SlidingBudget => ({
  ...budgetOf(limit),
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
  sharer?: string;
}

interface Simulated {
  /** When TikTok counted each call. */
  counted: number[];
  bySharer: Map<string, number>;
}

/** Attempts one after another, answers whenever they come. */
async function simulate(budgets: SlidingBudget[], attempts: Iterable<Attempt>): Promise<Simulated> {
  const clock = new SpecClock();
  const store = new MemoryWindowStore(clock);
  const underWay: { taking: Taking; answerAt: number }[] = [];
  const counted: number[] = [];
  const bySharer = new Map<string, number>();
  const settleUntil = async (until: number) => {
    for (const call of underWay.toSorted((a, b) => a.answerAt - b.answerAt)) {
      if (call.answerAt > until) break;
      clock.ms = call.answerAt;
      await store.settle(call.taking);
      underWay.splice(underWay.indexOf(call), 1);
    }
    clock.ms = until;
  };
  for (const { gapMs, latencyMs, share, priority, sharer = 'one' } of attempts) {
    await settleUntil(clock.ms + gapMs);
    const taking = takingOf(budgets, { priority, sharer });
    if (!(await store.take(taking)).taken) continue;
    counted.push(clock.ms + latencyMs * share);
    bySharer.set(sharer, (bySharer.get(sharer) ?? 0) + 1);
    underWay.push({ taking, answerAt: clock.ms + latencyMs });
  }
  return { counted, bySharer };
}

const attempt = (latencyMs: number) =>
  fc.record({
    gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })),
    latencyMs: fc.integer({ min: 0, max: latencyMs }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    priority: fc.constantFrom<Priority>('interactive', 'essential', 'background'),
  });

describe('MemoryWindowStore', () => {
  describe('as every store', () => {
    const clock = new SpecClock();
    const store = new MemoryWindowStore(clock);
    windowStoreContract(() => Promise.resolve(store));
  });

  it('never lets more than the budget pass in any window that slides, however long answers take', async () => {
    // A call may take 30 s.
    const cases = [
      [budget(6), 30_000],
      [budget(60), 30_000],
      [budget(10, 'second'), 30_000],
    ] as const;
    for (const [one, latencyMs] of cases) {
      await fc.assert(
        fc.asyncProperty(fc.array(attempt(latencyMs), { maxLength: 400, size: 'max' }), async (attempts) => {
          const { counted } = await simulate([one], attempts);
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
      const { counted } = await simulate(budgets, demand());
      const perMinute = Math.min(...budgets.map(({ limit, window }) => (limit * 60_000) / WINDOW_MS[window]));
      expect(counted.length / (minutes * perMinute)).toBeGreaterThanOrEqual(0.95);
    },
  );

  describe.each([
    ['600 calls a minute', () => [budget(600)]],
    ['ten a second and 600 a minute', () => [budget(10, 'second'), budget(600)]],
  ])('shares out %s between one that asks all the time', (_what, budgets) => {
    const minutes = 5;
    /** The small one begins a minute later. */
    function* demand(smallEveryMs: number): Iterable<Attempt> {
      const ask = { latencyMs: 10, share: 0.5, priority: 'background' as const };
      for (let ms = 0; ms < minutes * 60_000; ms += 25) {
        yield { ...ask, gapMs: 25, sharer: 'big' };
        if (ms >= 60_000 && ms % smallEveryMs === 75) yield { ...ask, gapMs: 0, sharer: 'small' };
      }
    }

    it('and one that wants half: it has half, and nothing is wasted', async () => {
      const { counted, bySharer } = await simulate(budgets(), demand(100));
      // After a minute of the big one alone, and one in which the small one catches up.
      expect(bySharer.get('small')).toBeGreaterThan(0.45 * (minutes - 2) * 600);
      expect(counted.length).toBeGreaterThan(0.95 * minutes * 588);
    });

    // What is refused here does not come back, as a job would.
    it('and one that wants little: it has most of that at once, and the big one nearly all the rest', async () => {
      const { counted, bySharer } = await simulate(budgets(), demand(2_000));
      expect(bySharer.get('small')).toBeGreaterThan(0.4 * (minutes - 1) * 30);
      expect(counted.length).toBeGreaterThan(0.92 * minutes * 588);
    });
  });

  it('keeps a fifth for people while they are calling, and gives it back afterwards', async () => {
    const clock = new SpecClock();
    const store = new MemoryWindowStore(clock);
    const one = [budget(30)];
    const take = async (priority: Priority) => (await store.take(takingOf(one, { priority }))).taken;
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
    await store.take(takingOf(one));
    clock.ms += 20_000;
    const verdict = await store.take(takingOf(one));
    expect(verdict).toMatchObject({ taken: false, budget: { limit: 1 }, waitMs: 40_001 });
    clock.ms += 40_001;
    expect(await store.take(takingOf(one))).toEqual({ taken: true });
  });
});
