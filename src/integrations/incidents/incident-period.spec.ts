import { describe, expect, it } from '@jest/globals';
import { isDisturbed, type IncidentTimes } from './incident-period.js';

const now = new Date('2026-11-29T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const incident = (started: number, reported: number, resolved?: number): IncidentTimes => ({
  startedAt: ago(started),
  reportedAt: ago(reported),
  resolvedAt: resolved === undefined ? null : ago(resolved),
});

describe('isDisturbed', () => {
  it.each([
    ['nothing', [], false],
    ['an open incident', [incident(3, 1)], true],
    ['one that TikTok has resolved', [incident(3, 1, 1)], false],
    ['one without news for a day', [incident(25, 25)], false],
    ['one that TikTok goes on reporting', [incident(49, 0)], false],
    ['one shortly before the maximum', [incident(47, 0)], true],
    [
      'a new one for each that is resolved',
      [incident(60, 31, 30), incident(31, 11, 10), incident(11, 0)],
      false,
    ],
    ['a new one after a pause', [incident(60, 31, 30), incident(11, 0)], true],
    ['a long one that was resolved during a new one', [incident(90, 2, 1), incident(2, 0)], false],
  ])('judges %s', (_what, incidents, disturbed) => {
    expect(isDisturbed(incidents, now, 48)).toBe(disturbed);
    expect(isDisturbed(incidents.toReversed(), now, 48)).toBe(disturbed);
  });
});
