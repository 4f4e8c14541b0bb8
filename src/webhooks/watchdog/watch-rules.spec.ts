import { describe, expect, it } from '@jest/globals';
import { countedFrom, isCounted } from './watch-rules.js';

const now = new Date('2026-11-29T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('countedFrom', () => {
  it.each([
    [48, 24],
    [3, 3],
    [0, 0],
  ])('counts a watch of %i h from %i h ago', (watched, from) => {
    expect(countedFrom({ watchedSince: ago(watched) }, now, 24)).toEqual(ago(from));
  });
});

describe('isCounted', () => {
  const watch = { announcedAt: null, alarmedFrom: null };
  it.each([
    ['nothing known', watch, 24, true],
    ['a watch that has just begun', watch, 1.9, false],
    ['an event before', { ...watch, announcedAt: ago(25) }, 24, true],
    ['an event since then', { ...watch, announcedAt: ago(23) }, 24, false],
    ['an open alarm', { ...watch, alarmedFrom: ago(30) }, 24, false],
  ])('decides with %s', (_what, given, hours, counted) => {
    expect(isCounted(given, ago(hours), now, 24)).toBe(counted);
  });
});
