import { describe, expect, it } from '@jest/globals';
import { metricValue, RowReader } from './metric-row.js';
import type { MetricsQuestion } from './report-plan.js';

describe('metricValue', () => {
  it.each([
    ['spend', '14.68', '14.68'],
    ['impressions', '0', '0'],
    ['impressions', 1079, '1079'],
    ['skan_result', '-', null],
    ['spend', '', null],
    ['spend', undefined, null],
    ['spend', null, null],
    ['impressions', '<5', null],
    ['campaign_name', '<5', '<5'],
    ['campaign_name', '-', null],
  ])('turns %s %j into %j', (name, value, expected) => {
    expect(metricValue(name, value)).toBe(expected);
  });
});

describe('RowReader', () => {
  const question: MetricsQuestion = {
    accountId: '7',
    level: 'account',
    ids: [],
    campaignIds: [],
    from: '2026-11-01',
    to: '2026-11-27',
    metrics: ['spend', 'clicks'],
    breakdown: 'none',
    step: 'hour',
  };
  const asOf = new Date('2026-12-28T00:00:00Z');

  it('reads hours in the account’s time, and missing metrics as null', () => {
    const row = new RowReader(question, 'Asia/Tokyo').read(
      { dimensions: { stat_time_hour: '2026-11-27 13:00:00' }, metrics: { spend: '1.00' } },
      asOf,
    );
    expect(row).toMatchObject({
      objectId: '7',
      day: '2026-11-27',
      hour: 13,
      segment: null,
      final: true,
      metrics: {
        spend: '1.00',
        clicks: null,
      },
    });
  });

  it('reads a row that TikTok has sent empty', () => {
    const row = new RowReader({ ...question, level: 'ad', step: 'total' }, null).read({}, asOf);
    expect(row).toMatchObject({ objectId: null, day: null, metrics: { spend: null, clicks: null } });
  });
});
