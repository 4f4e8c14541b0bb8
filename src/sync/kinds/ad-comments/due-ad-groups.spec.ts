import { describe, expect, it } from '@jest/globals';
import { daysToRead, dueAdGroups, MOST_OTHERS, type AdGroupReading, isReadBefore } from './due-ad-groups.js';

const START = new Date('2026-11-28T10:00:00Z');
const hoursAgo = (hours: number) => new Date(START.getTime() - hours * 3_600_000);
const group = (id: string, over: object = {}) => ({
  id,
  name: null,
  campaignId: null,
  createdAt: null,
  isDeleted: false,
  isActive: false,
  ...over,
});
const read = (readAt: Date, toEnd = true): AdGroupReading => ({ readAt, toEnd });
const ids = (groups: readonly { id: string }[]) => groups.map(({ id }) => id);

const days = (readAt: Date | undefined, createdAt: Date | null, zone: string | null = 'UTC') =>
  daysToRead({ readAt, createdAt }, zone, START);

describe('dueAdGroups', () => {
  it('reads active ad groups each time, then unread ones, then the others that were read a day ago', () => {
    const groups = [
      group('day', {}),
      group('week', {}),
      group('hour', {}),
      group('active', { isActive: true }),
      group('unread', {}),
    ];
    const readings = new Map([
      ['active', read(hoursAgo(1))],
      ['hour', read(hoursAgo(1))],
      ['day', read(hoursAgo(24))],
      ['week', read(hoursAgo(168))],
    ]);
    expect(ids(dueAdGroups(groups, readings, START))).toEqual(['active', 'unread', 'week', 'day']);
  });

  it('leaves out what the run has read, and reads deleted ad groups once', () => {
    const groups = [
      group('1', { isActive: true }),
      group('2', { isDeleted: true, isActive: true }),
      group('3', { isDeleted: true }),
    ];
    const readings = new Map([
      ['1', read(START)],
      ['2', read(hoursAgo(48))],
    ]);
    expect(ids(dueAdGroups(groups, readings, START))).toEqual(['3']);
  });

  it('starts over after a list that was cut short', () => {
    const [due] = dueAdGroups([group('1', {})], new Map([['1', read(hoursAgo(1), false)]]), START);
    expect(due).toMatchObject({ id: '1', readAt: undefined });
  });

  it('reads every active ad group, and so many others', () => {
    const many = Array.from({ length: 300 }, (_, n) => group(`${n}`, { isActive: n < 150 }));
    expect(dueAdGroups(many, new Map(), START)).toHaveLength(150 + MOST_OTHERS);
  });
});

describe('daysToRead', () => {
  it('begins with the ad group, at most 90 days ago', () => {
    expect(days(undefined, new Date('2026-11-20T10:00:00Z'))).toEqual({
      from: '2026-11-19',
      to: '2026-11-29',
    });
    expect(days(undefined, new Date('2025-01-01T00:00:00Z')).from).toBe('2026-08-29');
    expect(days(undefined, null).from).toBe('2026-08-29');
  });

  it('goes two weeks back behind the last reading', () => {
    expect(days(new Date('2026-11-27T10:00:00Z'), null).from).toBe('2026-11-12');
  });

  it('covers the day of every time zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Nowhere/Unknown', null]) {
      const { from, to } = days(START, null, zone);
      expect(from < '2026-11-15').toBe(true);
      expect(to >= '2026-11-28').toBe(true);
    }
  });
});

describe('isReadBefore', () => {
  const readAt = new Date('2026-11-29T12:00:00Z');
  const hours = (before: number) => new Date(readAt.getTime() - before * 3_600_000);
  it.each([
    ['news', { readAt }, { found: 1, oldestAt: hours(90) }, 1, false],
    ['no earlier reading', { readAt: undefined }, { found: 0, oldestAt: hours(90) }, 1, false],
    ['comments of the last day', { readAt }, { found: 0, oldestAt: hours(23) }, 1, false],
    ['older comments', { readAt }, { found: 0, oldestAt: hours(25) }, 1, true],
    ['an empty page', { readAt }, { found: 0, oldestAt: null }, 1, true],
    ['many pages of the last day', { readAt }, { found: 0, oldestAt: hours(1) }, 10, true],
  ])('decides with %s', (_what, known, shown, page, expected) => {
    expect(isReadBefore(known, shown, page)).toBe(expected);
  });
});
