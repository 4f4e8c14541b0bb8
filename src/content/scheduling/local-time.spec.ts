import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTime } from './local-time.js';
import { isTimeZone, formatTime, toIsoWithOffset } from './time-zone.js';

// With changes of clocks at different hours, by an hour and by half an hour, north and south, and without any.
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'America/St_Johns',
  'UTC',
];
const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) }).map((ms) => new Date(ms));

function instant(text: string, zone?: string): string {
  const read = readTime(text, zone);
  return 'at' in read ? read.at.toISOString() : read.message;
}

describe('A time with its offset', () => {
  it.each([
    ['2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00.000Z'],
    ['2026-11-24T10:00Z', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24T10:00:30.5-03:30', '2026-11-24T13:30:30.500Z'],
  ])('%s is %s, whatever the time zone', (text, expected) => {
    expect(instant(text)).toBe(expected);
    expect(instant(text, 'Asia/Kolkata')).toBe(expected);
  });

  it('is read back from how it is written', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
        expect(instant(toIsoWithOffset(whole, zone))).toBe(whole.toISOString());
      }),
    );
  });
});

describe('A local time', () => {
  it('is what the clocks of the zone show, in winter and in summer', () => {
    expect(instant('2026-11-24T10:00', 'Europe/Berlin')).toBe('2026-11-24T09:00:00.000Z');
    expect(instant('2026-07-24T10:00', 'Europe/Berlin')).toBe('2026-07-24T08:00:00.000Z');
  });

  it('of any instant leads back to that instant, or is said to occur twice and names it', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
        const written = toIsoWithOffset(whole, zone);
        const read = readTime(written.slice(0, 19), zone);
        if ('at' in read) expect(read.at.toISOString()).toBe(whole.toISOString());
        else expect(read.message).toMatch(/occurs twice/);
        if ('message' in read) expect(read.message).toContain(written);
      }),
      { numRuns: 500 },
    );
  });

  it('is one instant, none, or two, for every quarter of an hour of the days on which clocks change', () => {
    const found = { once: 0, skipped: 0, repeated: 0 };
    for (const [zone, day] of [
      ['Europe/Berlin', '2027-03-28'],
      ['Europe/Berlin', '2026-10-25'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['Australia/Lord_Howe', '2027-04-04'],
      ['America/New_York', '2027-03-14'],
    ] as const) {
      for (let quarter = 0; quarter < 96; quarter += 1) {
        const clock = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
        const read = readTime(`${day}T${clock}`, zone);
        if ('at' in read) {
          expect(toIsoWithOffset(read.at, zone).slice(0, 16)).toBe(`${day}T${clock}`);
          found.once += 1;
        } else found[read.message.includes('does not exist') ? 'skipped' : 'repeated'] += 1;
      }
    }
    expect(found).toEqual({ once: 5 * 96 - 16, skipped: 4 + 2 + 4, repeated: 4 + 2 });
  });

  it('that the clocks skip is refused with the one after', () => {
    expect(instant('2027-03-28T02:30', 'Europe/Berlin')).toBe(
      'does not exist in Europe/Berlin: the clocks are put forward by 60 minutes then; take for example 2027-03-28T03:30:00+02:00',
    );
  });

  it('that occurs twice is refused with both', () => {
    expect(instant('2026-10-25T02:30', 'Europe/Berlin')).toBe(
      'occurs twice in Europe/Berlin, because the clocks are put back then: write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00',
    );
  });

  it('without a time zone is refused', () => {
    expect(instant('2026-11-24T10:00')).toMatch(/must end with an offset .* or come with timeZone/);
  });
});

it.each([
  'tomorrow',
  '',
  '2026-11-24',
  '2026-02-30T10:00Z',
  '2026-11-24T24:00Z',
  '2026-13-01T00:00Z',
  '2026-11-24 10:00Z',
  '2026-11-24T10:00+1',
  '2026-11-24T10:00+15:00',
])('%p is no time', (text) => {
  expect(readTime(text, 'UTC')).toHaveProperty('message');
});

it.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Etc/GMT+3', true],
  ['Mars/Olympus', false],
  ['+02:00', false],
  ['', false],
])('%p is a time zone: %p', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

it('People read times in their own zone, or in UTC', () => {
  const at = new Date('2026-11-23T23:10:00Z');
  expect(formatTime(at, 'Europe/Berlin')).toBe('24 Nov 2026 at 00:10 (Europe/Berlin)');
  expect(formatTime(at, null)).toBe('23 Nov 2026 at 23:10 (UTC)');
});
