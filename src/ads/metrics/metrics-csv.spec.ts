import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, csvHeader, csvLine, csvRows } from './metrics-csv.js';

/** Reads one record by RFC 4180. */
function parseLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line.replace(/\r\n$/, '');
  for (;;) {
    const [matched, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest) ?? ['', undefined, ''];
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    rest = rest.slice(matched.length);
    if (!rest.startsWith(',')) return cells;
    rest = rest.slice(1);
  }
}

describe('csvCell', () => {
  it.each(['=1+1', '+1+1', '@SUM(A1)', '-2+3', '\t=1', '\r=1', '\n=1'])('disarms %j', (value) => {
    expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
  });

  it.each(['-12.50', '0', '1079', 'Spring – 2027'])('keeps %j', (value) => {
    expect(csvCell(value)).toBe(value);
  });
});

describe('csvLine', () => {
  it('is read back as it was, apart from disarmed formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), (cells) => {
        const read = parseLine(csvLine(cells));
        expect(read.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell))).toEqual(cells);
      }),
    );
  });

  it('never begins a cell with a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'), fc.string(), (sign, text) => {
        const [cell = ''] = parseLine(csvLine([sign + text]));
        expect(/^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)).toBe(false);
      }),
    );
  });
});

it('writes rows below their header, and nothing for what is unknown', () => {
  const head = {
    accountId: '7',
    level: 'campaign' as const,
    currency: 'USD',
    timeZone: 'Asia/Tokyo',
    asOf: new Date('2026-11-28T10:00:00Z'),
  };
  const row = {
    objectId: '18',
    day: '2026-11-27',
    hour: null,
    segment: null,
    final: false,
    provisional: ['spend'],
    finalAt: new Date('2026-11-28T12:00:00Z'),
    metrics: {
      spend: '14.68',
      reach: null,
      campaign_name: '=cmd, "x"',
    },
  };
  const metrics = ['spend', 'reach', 'campaign_name'];
  expect(csvHeader(metrics)).toBe(
    'accountId,level,objectId,day,hour,segment,currency,timeZone,asOf,final,finalAt,spend,reach,campaign_name\r\n',
  );
  expect(csvRows([row], head, metrics)).toBe(
    '7,campaign,18,2026-11-27,,,USD,Asia/Tokyo,2026-11-28T10:00:00.000Z,false,2026-11-28T12:00:00.000Z,14.68,,' +
      '"\'=cmd, ""x"""\r\n',
  );
});
