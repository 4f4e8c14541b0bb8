import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterRun, isStalled, type Cadence } from './after-run.js';
import { SyncSchedule } from './sync-schedule.entity.js';

const now = new Date('2026-11-29T12:00:00Z');
const cadence: Cadence = { now, intervalHours: 2, staleHours: 24 };
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

function schedule(over: Partial<SyncSchedule> = {}): SyncSchedule {
  return Object.assign(new SyncSchedule(), {
    dueAt: hours(1),
    askedAt: null,
    problem: null,
    succeededAt: null,
    failingSince: null,
    failures: 0,
    ...over,
  });
}

describe('afterRun', () => {
  it('plans the next run by what the run has found, otherwise by the interval', () => {
    const end = { kind: 'stored', startedAt: hours(-0.1) } as const;

    expect(afterRun(schedule(), { ...end, nextDueAt: hours(5) }, cadence).dueAt).toEqual(hours(5));
    expect(afterRun(schedule(), { ...end, nextDueAt: null }, cadence).dueAt).toEqual(hours(2));
  });

  it('forgets failures and the problem once a run has stored something', () => {
    const before = schedule({
      failures: 3,
      failingSince: hours(-5),
      problem: { code: 'x', message: 'y' },
    });

    expect(afterRun(before, { kind: 'stored', startedAt: now, nextDueAt: null }, cadence)).toMatchObject({
      failures: 0,
      failingSince: null,
      problem: null,
      succeededAt: now,
    });
  });

  it('runs again at once when a webhook has asked during the run', () => {
    const end = { kind: 'stored', startedAt: hours(-1), nextDueAt: null } as const;

    expect(afterRun(schedule({ askedAt: hours(-0.5) }), end, cadence)).toMatchObject({
      dueAt: now,
      askedAt: null,
    });
    expect(afterRun(schedule({ askedAt: hours(-2) }), end, cadence)).toMatchObject({
      dueAt: hours(2),
      askedAt: null,
    });
  });

  it('retries failures after growing pauses of at most 6 h', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5_000 }), (failures) => {
        const failingSince = hours(-100);
        const first = afterRun(schedule({ failures, failingSince }), { kind: 'failed' }, cadence);
        const second = afterRun(
          schedule({ failures: failures + 1, failingSince }),
          { kind: 'failed' },
          cadence,
        );
        expect(first.failures).toBe(failures + 1);
        expect(first.dueAt?.getTime()).toBeGreaterThan(now.getTime());
        expect(second.dueAt?.getTime()).toBeGreaterThanOrEqual(first.dueAt?.getTime() ?? 0);
        expect(second.dueAt?.getTime()).toBeLessThanOrEqual(hours(6).getTime());
      }),
    );
  });

  it('retries at the moment from which admins are notified', () => {
    const before = schedule({ failures: 9, failingSince: hours(-23) });

    expect(afterRun(before, { kind: 'failed' }, cadence).dueAt).toEqual(hours(1));
  });

  it('plans nothing while the account does not allow the kind', () => {
    const problem = { code: 'capability_missing', message: 'Connect the account again.' };

    expect(afterRun(schedule(), { kind: 'impossible', problem }, cadence)).toMatchObject({
      dueAt: null,
      problem,
    });
  });

  it('does not start a cancelled run again before its next slot', () => {
    expect(afterRun(schedule({ dueAt: hours(-1) }), { kind: 'cancelled' }, cadence)).toEqual({
      dueAt: hours(2),
    });
    expect(afterRun(schedule({ dueAt: hours(9) }), { kind: 'cancelled' }, cadence)).toEqual({});
    expect(afterRun(schedule({ dueAt: null }), { kind: 'cancelled' }, cadence)).toEqual({});
  });
});

describe('isStalled', () => {
  it.each([
    [null, false],
    [hours(-23), false],
    [hours(-24), true],
  ])('judges failures since %s', (failingSince, expected) => {
    expect(isStalled({ failingSince }, cadence)).toBe(expected);
  });
});
