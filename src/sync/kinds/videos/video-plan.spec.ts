import { describe, expect, it } from '@jest/globals';
import { withOffset } from '../../policy/cadence.js';
import { videoPlan } from './video-plan.js';

const integrationId = '0199f5a2-0000-7000-8000-000000000001';
const startedAt = new Date('2026-11-20T13:20:00Z');
const planned = withOffset(new Date('2026-11-20T13:00:00Z'), integrationId);
const policy = { discoverEveryHours: 6, fullListingEveryDays: 7 };
const hoursAgo = (hours: number) => new Date(startedAt.getTime() - hours * 3_600_000);

const run = { trigger: 'cron', cursor: null, startedAt, slot: planned, integrationId } as const;
const schedule = { cursor: null, listedAt: hoursAgo(24), succeededAt: hoursAgo(1) };

describe('videoPlan', () => {
  it('lists everything at first, on request, and after some days', () => {
    expect(videoPlan(run, schedule, policy)).toMatchObject({ lists: false, isFirst: false });
    expect(videoPlan(run, { ...schedule, listedAt: null }, policy)).toMatchObject({
      lists: true,
      isFirst: true,
    });
    expect(videoPlan({ ...run, trigger: 'manual' }, schedule, policy)).toMatchObject({
      lists: true,
      isFirst: false,
    });
    expect(videoPlan(run, { ...schedule, listedAt: hoursAgo(7 * 24) }, policy)).toMatchObject({
      lists: true,
    });
    expect(videoPlan(run, null, policy)).toMatchObject({ lists: true, isFirst: false });
  });

  it('continues the first listing where the last run failed, and only the first', () => {
    const first = { ...schedule, listedAt: null, cursor: '1760000000000' };

    expect(videoPlan(run, first, policy)).toMatchObject({ from: '1760000000000', isContinued: true });
    expect(videoPlan({ ...run, cursor: '1750000000000' }, first, policy)).toMatchObject({
      from: '1750000000000',
      isContinued: false,
    });
    const later = { ...schedule, cursor: '1760000000000' };
    expect(videoPlan({ ...run, trigger: 'manual' }, later, policy)).toMatchObject({
      from: undefined,
      isContinued: false,
    });
  });

  it.each([
    ['in a slot that has been looked at', run, hoursAgo(1), false],
    ['in a new slot', run, hoursAgo(2), true],
    ['after no success', run, null, true],
    ['after a webhook', { ...run, trigger: 'webhook', slot: null } as const, hoursAgo(1), true],
    ['when the schedule was brought forward', { ...run, slot: hoursAgo(0.1) }, hoursAgo(1), true],
    ['once a killed run has done so', { ...run, cursor: 'refresh' } as const, hoursAgo(2), false],
  ])('looks for new videos, or not, %s', (_when, planRun, succeededAt, discovers) => {
    expect(videoPlan(planRun, { ...schedule, succeededAt }, policy).discovers).toBe(discovers);
  });
});
