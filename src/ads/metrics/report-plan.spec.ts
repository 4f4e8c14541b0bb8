import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planCalls, type MetricsQuestion } from './report-plan.js';

const QUESTION: MetricsQuestion = {
  accountId: '7',
  level: 'ad',
  ids: [],
  campaignIds: [],
  from: '2026-10-01',
  to: '2026-11-09',
  metrics: ['spend'],
  breakdown: 'none',
  step: 'day',
};
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

describe('planCalls', () => {
  it('asks for deleted objects, and for Upgraded Smart+ ads by ad_id_v2', () => {
    expect(planCalls({ ...QUESTION, to: '2026-10-30' })).toEqual([
      {
        reportType: 'BASIC',
        dataLevel: 'AUCTION_AD',
        dimensions: ['ad_id_v2', 'stat_time_day'],
        metrics: ['spend'],
        from: '2026-10-01',
        to: '2026-10-30',
        filters: [{ field: 'ad_status', values: ['STATUS_ALL'] }],
      },
    ]);
  });

  it('splits days by 30, hours by 1 and totals not at all', () => {
    expect(planCalls(QUESTION)).toHaveLength(2);
    expect(planCalls({ ...QUESTION, step: 'hour' })).toHaveLength(40);
    expect(planCalls({ ...QUESTION, step: 'total', from: '2025-11-10' })).toHaveLength(1);
  });

  it('puts each id into one batch of at most 100 per span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 450 }), (count) => {
        const calls = planCalls({ ...QUESTION, ids: ids(count), to: '2026-10-05' });
        const batches = calls.map(
          ({ filters }) => filters.find(({ field }) => field === 'ad_ids_v2')?.values,
        );
        expect(batches.flat()).toEqual(ids(count));
        expect(Math.max(...batches.map((batch) => batch?.length ?? 0))).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('asks for an audience report where the breakdown needs one, and limits it to campaigns', () => {
    const [call] = planCalls({ ...QUESTION, step: 'total', breakdown: 'gender', campaignIds: ['1'] });
    expect(call).toMatchObject({
      reportType: 'AUDIENCE',
      dimensions: ['ad_id_v2', 'gender'],
      filters: [{ field: 'ad_status' }, { field: 'campaign_ids', values: ['1'] }],
    });
  });

  it('filters nothing at the level of the account', () => {
    expect(planCalls({ ...QUESTION, level: 'account' })[0]).toMatchObject({
      dataLevel: 'AUCTION_ADVERTISER',
      dimensions: ['advertiser_id', 'stat_time_day'],
      filters: [],
    });
  });
});
