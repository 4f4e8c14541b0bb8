import { describe, expect, it } from '@jest/globals';
import { withOffset } from '../../policy/cadence.js';
import { firstPlace, UNFINISHED_SEARCH } from './first-place.js';

const integrationId = '0199f5a2-0000-7000-8000-000000000001';
const startedAt = new Date('2026-11-20T13:20:00Z');
const planned = withOffset(new Date('2026-11-20T13:00:00Z'), integrationId);
const policy = { discoverEveryHours: 6, fullListingEveryDays: 7 };
const hoursAgo = (hours: number) => new Date(startedAt.getTime() - hours * 3_600_000);

const run = { trigger: 'cron', cursor: null, startedAt, slot: planned, integrationId } as const;
const schedule = {
  cursor: null,
  listedAt: hoursAgo(24),
  discoveredAt: hoursAgo(1),
  cutAt: null,
  cuts: 0,
};

describe('firstPlace', () => {
  it('lists everything at first, on request, after some days, and after a search that has not ended', () => {
    const all = { phase: 'list', all: true };
    expect(firstPlace(run, schedule, policy).all).toBeUndefined();
    expect(firstPlace(run, { ...schedule, listedAt: null }, policy)).toEqual(all);
    expect(firstPlace({ ...run, trigger: 'manual' }, schedule, policy)).toEqual(all);
    expect(firstPlace(run, { ...schedule, listedAt: hoursAgo(7 * 24) }, policy)).toEqual(all);
    expect(firstPlace(run, { ...schedule, cursor: UNFINISHED_SEARCH }, policy)).toEqual(all);
    expect(firstPlace(run, null, policy)).toEqual(all);
  });

  it('continues the first listing where the last run failed, and only the first', () => {
    const first = { ...schedule, listedAt: null, cursor: '1760000000000' };
    const manual = { ...run, trigger: 'manual' } as const;

    expect(firstPlace(run, first, policy)).toMatchObject({ cursor: '1760000000000', continued: true });
    expect(firstPlace(manual, { ...first, listedAt: hoursAgo(24) }, policy)).toEqual({
      phase: 'list',
      all: true,
    });
  });

  it('continues a run at its own place, whatever the schedule says', () => {
    const first = { ...schedule, listedAt: null, cursor: '1760000000000' };
    const at = (cursor: string) => firstPlace({ ...run, cursor }, first, policy);

    expect(at('1750000000000')).toEqual({ phase: 'list', cursor: '1750000000000', all: true });
    expect(at('listed+all+continued')).toEqual({ phase: 'listed', all: true, continued: true });
    expect(at('insights:7+all')).toEqual({ phase: 'insights', cursor: '7', all: true });
  });

  it.each([
    ['in a slot that has been looked at', run, hoursAgo(1), 'refresh'],
    ['in a new slot', run, hoursAgo(2), 'discover'],
    ['before the first search', run, null, 'discover'],
    ['after a webhook', { ...run, trigger: 'webhook', slot: null } as const, hoursAgo(1), 'discover'],
    ['when the schedule was brought forward', { ...run, slot: hoursAgo(0.1) }, hoursAgo(1), 'discover'],
  ])('looks for new videos, or not, %s', (_when, planRun, discoveredAt, phase) => {
    expect(firstPlace(planRun, { ...schedule, discoveredAt }, policy)).toEqual({ phase });
  });

  it.each([
    [1, 6],
    [2, 12],
    [3, 24],
    [20, 7 * 24],
  ])('lists again after %d cuts once %d hours have passed', (cuts, hours) => {
    for (const one of [schedule, { ...schedule, listedAt: null, cursor: UNFINISHED_SEARCH }]) {
      const cut = (ago: number) =>
        firstPlace(
          run,
          { ...one, listedAt: one.listedAt && hoursAgo(7 * 24), cuts, cutAt: hoursAgo(ago) },
          policy,
        );
      expect(cut(hours - 1).phase).toBe('refresh');
      expect(cut(hours)).toEqual({ phase: 'list', all: true });
    }
    const manual = { ...run, trigger: 'manual' } as const;
    expect(firstPlace(manual, { ...schedule, cuts, cutAt: hoursAgo(0) }, policy).phase).toBe('list');
  });
});
