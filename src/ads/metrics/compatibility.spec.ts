import { describe, expect, it } from '@jest/globals';
import { incompatibilities, type Combination } from './compatibility.js';
import { BREAKDOWN_NAMES, breakdownOf } from './tables/breakdowns.js';
import { knownMetric } from './tables/known-metric.js';
import { GROUPS } from './tables/metric-groups.js';

const TOTALS: Combination = { level: 'campaign', step: 'total', breakdown: 'none', metrics: ['spend'] };
const messages = (wanted: Partial<Combination>): string[] =>
  incompatibilities({ ...TOTALS, ...wanted }).map(({ message }) => message);

describe('incompatibilities', () => {
  it.each<Partial<Combination>>([
    { metrics: ['spend', 'reach', 'skan_result', 'onsite_form', 'campaign_name', 'total_purchase_value'] },
    { breakdown: 'country', metrics: ['spend', 'reach', 'purchase', 'cost_per_purchase', 'result'] },
    { breakdown: 'gender', step: 'day', metrics: ['spend', 'ctr', 'video_views_p25', 'result'] },
    { level: 'ad', metrics: ['ad_name', 'adgroup_name', 'campaign_name', 'currency'] },
    { step: 'hour' },
  ])('finds none in %j', (wanted) => {
    expect(messages(wanted)).toEqual([]);
  });

  it('names a metric that the level does not have, and the levels that have it', () => {
    expect(messages({ metrics: ['ad_name'] })).toEqual([
      'ad_name does not exist at level campaign; leave it out or use level ad',
    ]);
    expect(messages({ level: 'account', metrics: ['campaign_name'] })).toEqual([
      'campaign_name does not exist at level account; leave it out or use level campaign or ad_group or ad',
    ]);
  });

  it('names the breakdown that a metric does not go with, and those that it does', () => {
    expect(messages({ breakdown: 'age', metrics: ['spend', 'reach'] })).toEqual([
      'TikTok has no reach by age; leave it out or use breakdown none or country',
    ]);
    expect(messages({ breakdown: 'country', metrics: ['engagements'] })).toEqual([
      'TikTok has no engagements by country; leave it out or use breakdown none',
    ]);
  });

  it('names a step that the breakdown does not have', () => {
    expect(messages({ breakdown: 'gender', step: 'hour' })).toEqual([
      'hour does not go with breakdown gender; use step total or day, or breakdown none',
    ]);
  });

  it('suggests metrics for a name that is unknown', () => {
    expect(messages({ metrics: ['impression'] })[0]).toContain('did you mean impressions');
    expect(messages({ metrics: ['constructor'] })).toHaveLength(1);
  });

  it('reports all at once', () => {
    expect(
      messages({ breakdown: 'gender', step: 'hour', metrics: ['reach', 'ad_name', 'zzz'] }),
    ).toHaveLength(4);
  });
});

describe('the tables', () => {
  it.each(BREAKDOWN_NAMES)('name only known metrics for %s', (name) => {
    expect([...(breakdownOf(name).metrics ?? [])].filter((metric) => !knownMetric(metric))).toEqual([]);
  });

  it('have each metric in one group', () => {
    const all = Object.values(GROUPS).flat();
    expect(all.length).toBe(new Set(all).size);
  });
});
