import { describe, expect, it } from '@jest/globals';
import { nextRefresh } from './next-refresh.js';

const POLICY = {
  videos: [
    { underDays: 1, everyHours: 1 },
    { underDays: 7, everyHours: 6 },
  ],
  fullListingEveryDays: 7,
};
const PLAN = { dueAt: new Date('2026-11-20T00:10:00Z'), listedAt: new Date('2026-11-15T12:00:00Z') };
const video = (publishedAt: string, capturedAt = '2026-11-20T01:20:00Z') => ({
  publishedAt: new Date(publishedAt),
  capturedAt: new Date(capturedAt),
  goneAt: null,
});

describe('nextRefresh', () => {
  it.each([
    ['in the next hour for a new video', '2026-11-20T00:00:00Z', '2026-11-20T02:00:00.000Z'],
    ['in the next 6 hours for an older one', '2026-11-18T00:00:00Z', '2026-11-20T06:00:00.000Z'],
    ['with the next complete listing for an old one', '2026-01-01T00:00:00Z', '2026-11-22T12:00:00.000Z'],
  ])('is %s', (_what, publishedAt, expected) => {
    expect(nextRefresh(video(publishedAt), PLAN, POLICY)?.toISOString()).toBe(expected);
  });

  it('is not before the account is due', () => {
    const plan = { ...PLAN, dueAt: new Date('2026-11-20T05:00:00Z') };
    expect(nextRefresh(video('2026-11-20T00:00:00Z'), plan, POLICY)).toEqual(plan.dueAt);
  });

  it('is null while nothing is planned, and for a video that is gone', () => {
    const one = video('2026-11-20T00:00:00Z');
    expect(nextRefresh(one, undefined, POLICY)).toBeNull();
    expect(nextRefresh(one, { ...PLAN, dueAt: null }, POLICY)).toBeNull();
    expect(nextRefresh({ ...one, goneAt: new Date('2026-11-20T01:00:00Z') }, PLAN, POLICY)).toBeNull();
  });
});
