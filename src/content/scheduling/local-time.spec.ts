import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTime } from './local-time.js';
import { isTimeZone, formatTime, toIsoWithOffset } from './time-zone.js';

// Zones with clock changes at different hours, of an hour or half an hour, in both hemispheres, and zones without any.
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

describe('readTime with an offset', () => {
  it.each([
    ['2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00.000Z'],
    ['2026-11-24T10:00Z', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24T10:00:30.5-03:30', '2026-11-24T13:30:30.500Z'],
  ])('reads %s as %s in any time zone', (text, expected) => {
    expect(instant(text)).toBe(expected);
    expect(instant(text, 'Asia/Kolkata')).toBe(expected);
  });

  it('reads back what toIsoWithOffset writes', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
        expect(instant(toIsoWithOffset(whole, zone))).toBe(whole.toISOString());
      }),
    );
  });
});

describe('readTime with a local time', () => {
  it('uses the zone’s offset in winter and summer', () => {
    expect(instant('2026-11-24T10:00', 'Europe/Berlin')).toBe('2026-11-24T09:00:00.000Z');
    expect(instant('2026-07-24T10:00', 'Europe/Berlin')).toBe('2026-07-24T08:00:00.000Z');
  });

  it('returns the instant, or reports that the time occurs twice and names it', () => {
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

  it('finds one, no or two instants for every quarter hour of days with clock changes', () => {
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

  it('rejects a skipped time and suggests the next one', () => {
    expect(instant('2027-03-28T02:30', 'Europe/Berlin')).toBe(
      'does not exist in Europe/Berlin, because clocks move forward by 60 min then. Use 2027-03-28T03:30:00+02:00 instead',
    );
  });

  it('rejects a repeated time and suggests both instants', () => {
    expect(instant('2026-10-25T02:30', 'Europe/Berlin')).toBe(
      'occurs twice in Europe/Berlin, because clocks move back then. Use 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00',
    );
  });

  it('rejects a local time without a time zone', () => {
    expect(instant('2026-11-24T10:00')).toMatch(/must end with an offset .* or be sent with timeZone/);
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
])('rejects %p as a time', (text) => {
  expect(readTime(text, 'UTC')).toHaveProperty('message');
});

it.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Etc/GMT+3', true],
  ['Mars/Olympus', false],
  ['+02:00', false],
  ['', false],
])('decides whether %p is a time zone: %p', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

it('formats times in the given zone, or in UTC', () => {
  const at = new Date('2026-11-23T23:10:00Z');
  expect(formatTime(at, 'Europe/Berlin')).toBe('24 Nov 2026 at 00:10 (Europe/Berlin)');
  expect(formatTime(at, null)).toBe('23 Nov 2026 at 23:10 (UTC)');
});
