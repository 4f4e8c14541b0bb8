import { describe, expect, it } from '@jest/globals';
import { dayIn, spansBetween } from './spend-days.js';

describe('dayIn', () => {
  const at = new Date('2026-12-01T02:00:00Z');

  it("is the account's day, which may be another one than that of UTC", () => {
    expect(dayIn('America/New_York', at)).toBe('2026-11-30');
    expect(dayIn('Asia/Tokyo', at)).toBe('2026-12-01');
    expect(dayIn('Etc/GMT+5', at)).toBe('2026-11-30');
  });

  it('is unknown without a zone, or with one that does not exist', () => {
    expect(dayIn(null, at)).toBeUndefined();
    expect(dayIn('Mars/Olympus', at)).toBeUndefined();
  });
});

describe('spansBetween', () => {
  it('covers one day by one span', () => {
    expect(spansBetween('2026-12-01', '2026-12-01')).toEqual([{ from: '2026-12-01', to: '2026-12-01' }]);
  });

  it('covers more than a year without gap or overlap', () => {
    expect(spansBetween('2025-01-01', '2026-12-01')).toEqual([
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-12-01' },
    ]);
  });

  it('covers the last day if the first one is later, as a clock may be', () => {
    expect(spansBetween('2026-12-02', '2026-12-01')).toEqual([{ from: '2026-12-01', to: '2026-12-01' }]);
  });
});
