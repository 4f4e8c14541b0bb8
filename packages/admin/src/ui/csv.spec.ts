import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('csvOf', () => {
  it('writes unknown figures as empty fields, and zero as zero', () => {
    expect(
      csvOf(
        ['day', 'views'],
        [
          ['2026-11-01', null],
          ['2026-11-02', 0],
        ],
      ),
    ).toBe('day,views\r\n2026-11-01,\r\n2026-11-02,0\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvOf(['caption'], [['a, "b"\nc']])).toBe('caption\r\n"a, ""b""\nc"\r\n');
  });

  it('keeps a spreadsheet from running a text, and leaves negative numbers', () => {
    expect(csvOf(['caption', 'gain'], [['=1+1', -5]])).toBe("caption,gain\r\n'=1+1,-5\r\n");
  });
});
