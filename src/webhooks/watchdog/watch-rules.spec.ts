import { describe, expect, it } from '@jest/globals';
import { countedFrom, isCounted, isExpected, registrationOf, type Expectation } from './watch-rules.js';

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

const fault = (family: string, certain: boolean) => ({ family, what: 'a text', certain });

describe('registrationOf', () => {
  const url = 'https://here.example/connect/webhook/tiktok';
  const ours = { COMMENT: url, VIDEO: 'https://before.example/connect/webhook/tiktok' };
  it.each([
    ['our URL', 'COMMENT', { ours, faults: [] }, 'ours'],
    ['a fault of another family', 'COMMENT', { ours, faults: [fault('VIDEO', true)] }, 'ours'],
    ['another URL', 'COMMENT', { ours, faults: [fault('COMMENT', true)] }, 'not_ours'],
    ['no answer of TikTok', 'COMMENT', { ours, faults: [fault('COMMENT', false)] }, 'unknown'],
    ['a former URL of ours', 'VIDEO', { ours, faults: [] }, 'unknown'],
    ['a family without a result', 'DIRECT_MESSAGE', { ours, faults: [] }, 'unknown'],
    ['no check', 'COMMENT', undefined, 'unknown'],
  ])('reads %s', (_what, eventType, latest, registration) => {
    expect(registrationOf(eventType, url, latest)).toBe(registration);
  });

  it('takes a fault that an older version stored for a certain one', () => {
    const stored = { family: 'COMMENT', what: 'another URL' } as ReturnType<typeof fault>;
    expect(registrationOf('COMMENT', url, { ours, faults: [stored] })).toBe('not_ours');
  });
});

describe('isExpected', () => {
  const silent: Expectation = {
    announcedAt: null,
    registration: 'unknown',
    siblingArrived: false,
    byBusinessApp: true,
  };
  it.each<[string, Partial<Expectation>, boolean]>([
    ['nothing', {}, false],
    ['an earlier event', { announcedAt: ago(25) }, true],
    ['our registration', { registration: 'ours' }, true],
    ['events of a sibling family', { siblingArrived: true }, true],
    ['a sibling, but another registration', { siblingArrived: true, registration: 'not_ours' }, false],
    ['an earlier event, but another registration', { announcedAt: ago(25), registration: 'not_ours' }, false],
    ['our registration, for posts of the login app', { registration: 'ours', byBusinessApp: false }, false],
    ['a sibling, for posts of the login app', { siblingArrived: true, byBusinessApp: false }, false],
    ['an earlier event, for posts of the login app', { announcedAt: ago(25), byBusinessApp: false }, true],
  ])('decides with %s', (_what, given, expected) => {
    expect(isExpected({ ...silent, ...given })).toBe(expected);
  });
});
