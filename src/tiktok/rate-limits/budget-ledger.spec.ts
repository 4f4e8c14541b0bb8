import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Clock } from '../../common/index.js';
import { budgetLedgerContract, budgetOf, claimOf } from '../testing/budget-ledger-contract.js';
import { WINDOW_MS, type Budget, type SlidingWindow } from './budget.js';
import { BudgetLedger, type Claim } from './budget-ledger.js';
import { MemorySets } from './memory-sets.js';
import type { Priority } from './rated-call.js';

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

/** Returns the most calls that TikTok counted in any one window. */
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
  /** The part of the latency after which TikTok counts the call. */
  share: number;
  priority: Priority;
  consumer?: string;
}

interface Simulated {
  /** When TikTok counted each call. */
  counted: number[];
  byConsumer: Map<string, number>;
}

/** Makes attempts one after another, while responses arrive in between. */
async function simulate(budgets: SlidingBudget[], attempts: Iterable<Attempt>): Promise<Simulated> {
  const clock = new SpecClock();
  const ledger = new BudgetLedger(new MemorySets(clock), clock);
  const underWay: { claim: Claim; answerAt: number }[] = [];
  const counted: number[] = [];
  const byConsumer = new Map<string, number>();
  const settleUntil = async (until: number) => {
    for (const call of underWay.toSorted((a, b) => a.answerAt - b.answerAt)) {
      if (call.answerAt > until) break;
      clock.ms = call.answerAt;
      await ledger.settle(call.claim);
      underWay.splice(underWay.indexOf(call), 1);
    }
    clock.ms = until;
  };
  for (const { gapMs, latencyMs, share, priority, consumer = 'one' } of attempts) {
    await settleUntil(clock.ms + gapMs);
    const claim = claimOf(budgets, { priority, consumer });
    if (await ledger.admit(claim)) continue;
    counted.push(clock.ms + latencyMs * share);
    byConsumer.set(consumer, (byConsumer.get(consumer) ?? 0) + 1);
    underWay.push({ claim, answerAt: clock.ms + latencyMs });
  }
  return { counted, byConsumer };
}

const attempt = (latencyMs: number) =>
  fc.record({
    gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })),
    latencyMs: fc.integer({ min: 0, max: latencyMs }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    priority: fc.constantFrom<Priority>('interactive', 'essential', 'background'),
  });

/** Asks every 20 ms for five minutes. Responses take up to 0.7 s. */
function* unevenDemand(): Iterable<Attempt> {
  for (let ms = 0; ms < 300_000; ms += 20)
    yield { gapMs: 20, latencyMs: ms % 700, share: 0.5, priority: 'essential' };
}

describe('BudgetLedger', () => {
  describe('in memory', () => {
    const clock = new SpecClock();
    const ledger = new BudgetLedger(new MemorySets(clock), clock);
    budgetLedgerContract(() => Promise.resolve(ledger));
  });

  it('never admits more than the limit in any sliding window, however long responses take', async () => {
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
    ['six calls a minute', [budget(6)], 200],
    ['thirty status calls a minute', [budget(30)], 200],
    ['600 display calls a minute', [budget(600)], 100],
    ['ten calls a second', [budget(10, 'second')], 30],
    ['ten a second and 600 a minute together', [budget(10, 'second'), budget(600)], 10],
  ])(
    'lets background work use at least 95 %% of %s while work is waiting',
    async (_what, budgets, latencyMs) => {
      const minutes = 3;
      const everyMs = 20;
      function* demand(): Iterable<Attempt> {
        for (let ms = 0; ms < minutes * 60_000; ms += everyMs)
          yield { gapMs: everyMs, latencyMs, share: 0.5, priority: 'background' };
      }
      const { counted } = await simulate(budgets, demand());
      const perMinute = Math.min(...budgets.map(({ limit, window }) => (limit * 60_000) / WINDOW_MS[window]));
      expect(counted.length / (minutes * perMinute)).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('keeps ten calls a second within 600 a minute', async () => {
    const { counted } = await simulate([budget(10, 'second')], unevenDemand());
    expect(busiestWindow(counted, 60_000)).toBeLessThanOrEqual(600);
    expect(counted.length).toBeGreaterThan(1_500);
  });

  describe.each([
    ['600 calls a minute', () => [budget(600)]],
    ['ten a second', () => [budget(10, 'second')]],
    ['ten a second and 600 a minute', () => [budget(10, 'second'), budget(600)]],
  ])('divides %s between a consumer that asks all the time', (_what, budgets) => {
    const minutes = 5;
    /** The small consumer starts a minute later. */
    function* demand(smallEveryMs: number): Iterable<Attempt> {
      const ask = { latencyMs: 10, share: 0.5, priority: 'background' as const };
      for (let ms = 0; ms < minutes * 60_000; ms += 25) {
        yield { ...ask, gapMs: 25, consumer: 'big' };
        if (ms >= 60_000 && ms % smallEveryMs === 75) yield { ...ask, gapMs: 0, consumer: 'small' };
      }
    }

    it('and one that wants half: it gets half, and nothing is wasted', async () => {
      const { counted, byConsumer } = await simulate(budgets(), demand(100));
      // The first minute belongs to the big one alone; in the second the small one catches up.
      expect(byConsumer.get('small')).toBeGreaterThan(0.45 * (minutes - 2) * 600);
      expect(counted.length).toBeGreaterThan(0.95 * minutes * 588);
    });

    // A refused call does not return here, as a job would.
    it('and one that wants little: it gets most of that at once, and the big one nearly all the rest', async () => {
      const { counted, byConsumer } = await simulate(budgets(), demand(2_000));
      expect(byConsumer.get('small')).toBeGreaterThan(0.4 * (minutes - 1) * 30);
      expect(counted.length).toBeGreaterThan(0.92 * minutes * 588);
    });
  });

  describe('as time passes', () => {
    const [account, minute] = ['account', 'minute'] as const;
    let clock = new SpecClock();
    let ledger = new BudgetLedger(new MemorySets(clock), clock);
    beforeEach(() => {
      clock = new SpecClock();
      ledger = new BudgetLedger(new MemorySets(clock), clock);
    });
    async function admitAll(one: Budget, priority: Priority): Promise<Claim[]> {
      const admitted: Claim[] = [];
      for (let claim = claimOf([one], { priority }); !(await ledger.admit(claim));) {
        admitted.push(claim);
        claim = claimOf([one], { priority });
      }
      return admitted;
    }

    it('stops reserving a fifth after the last interactive call', async () => {
      const one = budgetOf(30, minute, account);
      expect(await ledger.admit(claimOf([one], { priority: 'interactive' }))).toBeUndefined();
      expect(await admitAll(one, 'background')).toHaveLength(23);
      expect(await admitAll(one, 'interactive')).toHaveLength(6);
      clock.ms += 120_000;
      expect(await admitAll(one, 'background')).toHaveLength(30);
    });

    it('reserves a fifth of a second for a few seconds only', async () => {
      const one = budgetOf(10, 'second');
      const own = claimOf([one], { priority: 'interactive' });
      await ledger.admit(own);
      await ledger.settle(own);
      clock.ms += 2_900;
      const admitted = await admitAll(one, 'background');
      expect(admitted).toHaveLength(8);
      for (const call of admitted) await ledger.settle(call);
      clock.ms += 1_100;
      expect(await admitAll(one, 'background')).toHaveLength(10);
    });

    it('reports the wait, and admits the call after it', async () => {
      const one = budgetOf(1);
      await ledger.admit(claimOf([one]));
      clock.ms += 20_000;
      expect(await ledger.admit(claimOf([one]))).toEqual({ budget: one, waitMs: 40_001 });
      clock.ms += 40_001;
      expect(await ledger.admit(claimOf([one]))).toBeUndefined();
    });

    it('counts each UTC day separately, and frees the places of the day that they were taken from', async () => {
      const day = budgetOf(3, 'utc-day');
      const yesterday = await admitAll(day, 'background');
      expect(yesterday).toHaveLength(3);
      const { waitMs } = (await ledger.admit(claimOf([day]))) ?? { waitMs: 0 };
      clock.ms += waitMs;
      expect(clock.now().toISOString()).toMatch(/T00:00:00\.000Z$/);
      expect(await admitAll(day, 'background')).toHaveLength(3);
      for (const call of yesterday) await ledger.release(call);
      expect(await admitAll(day, 'background')).toHaveLength(0);
    });

    it('counts a call that crosses midnight on both days', async () => {
      const day = budgetOf(1, 'utc-day');
      const call = claimOf([day]);
      await ledger.admit(call);
      const denial = await ledger.admit(claimOf([day]));
      clock.ms += denial?.waitMs ?? 0;
      await ledger.settle(call);
      expect(await ledger.admit(claimOf([day]))).toMatchObject({ budget: day });
    });

    it('refuses a blocked call for as long as the longest of its blocks', async () => {
      const sets = new MemorySets(clock);
      const blocked = new BudgetLedger(sets, clock);
      await sets.add([
        { key: 'a', member: '1', ms: 9_000 },
        { key: 'a', member: '2', ms: 5_000 },
        { key: 'b', member: '3', ms: 7_000 },
      ]);
      const claim = claimOf([budgetOf(1)], { blocks: ['a', 'b'] });
      expect(await blocked.admit(claim)).toEqual({ budget: undefined, waitMs: 9_000 });
      clock.ms += 9_000;
      expect(await blocked.admit(claim)).toBeUndefined();
    });
  });
});
