import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countsOf, type Counts } from '../counters.js';
import { stepsIn } from '../range/step.js';
import { toSummary, type StepChange } from './summary-points.js';

const DAY_MS = 86_400_000;
const START = new Date('2026-11-01T00:00:00Z');
const STEPS = stepsIn('day', { from: START, to: new Date(START.getTime() + 5 * DAY_MS) });

function counts(views: number | null): Counts {
  return { ...countsOf(() => null), views };
}

function change(
  integrationId: string | null,
  day: number | null,
  views: number,
  delta: number | null,
): StepChange {
  const step = day === null ? null : new Date(START.getTime() + day * DAY_MS);
  return { integrationId, step, videos: 1, accounts: 1, change: counts(views), delta: counts(delta) };
}

describe('toSummary', () => {
  it('carries totals forward, and shows a gap where an account was not read', () => {
    const { accounts, overall } = toSummary(STEPS, [
      change('a', null, 100, null),
      change('a', 0, 10, 10),
      change('a', 3, -4, -4),
      change('b', 1, 50, null),
    ]);

    const views = accounts.map(({ points }) =>
      points.map(({ total, delta }) => [total?.views, delta?.views]),
    );
    const gap = [undefined, undefined];
    expect(views).toEqual([
      [[110, 10], gap, gap, [106, -4], gap],
      [gap, [50, null], gap, gap, gap],
    ]);
    expect(overall.map(({ total }) => total?.views)).toEqual([110, 160, undefined, 156, undefined]);
    expect(overall.map(({ accountsRead }) => accountsRead)).toEqual([1, 1, 0, 1, 0]);
  });

  it('does not invent a counter that was never read', () => {
    const { overall } = toSummary(STEPS, [change(null, 0, 5, 5)]);
    expect(overall[0]).toMatchObject({ total: { views: 5, likes: null }, delta: { views: 5, likes: null } });
  });

  it('has no accounts when the changes are those of all together', () => {
    expect(toSummary(STEPS, [change(null, 0, 5, 5)]).accounts).toEqual([]);
  });

  it('has totals that are the sum of the accounts, and deltas that lead from one to the next', () => {
    const one = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: -50, max: 50 }),
    );
    const many = fc.uniqueArray(one, { selector: ([account, day]) => `${account} ${day}` });
    fc.assert(
      fc.property(many, (all) => {
        const changes = all.map(([account, day, views]) => change(account, day, views, views));
        const { overall, accounts } = toSummary(STEPS, changes);
        const known = overall.flatMap(({ total }) => total?.views ?? []);
        const gained = overall.reduce((sum, { delta }) => sum + (delta?.views ?? 0), 0);
        expect(gained).toBe(known.at(-1) ?? 0);
        const last = accounts.map(({ points }) => points.findLast(({ total }) => total)?.total?.views ?? 0);
        expect(last.reduce((sum, views) => sum + views, 0)).toBe(known.at(-1) ?? 0);
      }),
    );
  });
});
