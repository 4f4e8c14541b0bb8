import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../../testing/business-client.js';
import { SmartPlusFixture } from '../../testing/smart-plus-fixture.js';

type Row = Record<'dimensions' | 'metrics', Record<string, string>>;

const condition = (field_name: string, value: string) => ({
  field_name,
  filter_type: 'IN',
  filter_value: JSON.stringify([value]),
});
const spend = (list: Row[]) => list.reduce((sum, { metrics }) => sum + Number(metrics['spend']), 0);

describe('reports on Upgraded Smart+ ads', () => {
  let client: BusinessClient;
  let us: SmartPlusFixture;
  let ad: string;
  let days: object;
  beforeEach(async () => {
    const { token, advertiser_id, client: started } = await BusinessClient.startAsAdvertiser();
    client = started;
    us = await SmartPlusFixture.start(client, token, advertiser_id);
    const { adgroup } = await us.chain();
    const { data } = await us.ad(adgroup, { creative_list: [us.creative(), us.creative()] });
    ad = String(data['smart_plus_ad_id']);
    const { json } = await client.control<{ now: string }>('/state', {}, 'GET');
    const start = Date.parse(json.now);
    const day = (after: number) => new Date(start + after * 86_400_000).toISOString().slice(0, 10);
    days = { start_date: day(0), end_date: day(3) };
    await client.advance(3 * 86_400);
  });
  afterEach(() => client.close());

  const rows = async (path: string, more: object) => {
    const query = { advertiser_id: us.advertiser_id, metrics: ['spend', 'impressions'], ...days, ...more };
    return (await client.get<{ list: Row[] }>(path, query, us.token)).data.list;
  };

  it('count by material, and by day adding up to the same', async () => {
    const filtering = { smart_plus_ad_ids: [ad] };
    const material = { dimensions: ['main_material_id'], filtering };
    const overview = await rows('/smart_plus/material_report/overview/', material);
    expect(overview).toHaveLength(1);
    expect(overview[0]?.dimensions).toEqual({ main_material_id: us.parts.video });
    const daily = { dimensions: ['main_material_id', 'stat_time_day'], filtering };
    const breakdown = await rows('/smart_plus/material_report/breakdown/', daily);
    expect(breakdown.length).toBeGreaterThan(1);
    expect(spend(breakdown)).toBeCloseTo(spend(overview), 1);
    const lifetime = { dimensions: ['smart_plus_ad_id'], query_lifetime: true };
    const ever = await rows('/smart_plus/material_report/overview/', lifetime);
    expect(ever.map(({ dimensions }) => dimensions['smart_plus_ad_id'])).toContain(ad);
  });

  it('count an ad by ad_id_v2, and its creatives by ad_id', async () => {
    const ask = { report_type: 'BASIC', data_level: 'AUCTION_AD' };
    const whole = await rows('/report/integrated/get/', {
      ...ask,
      dimensions: ['ad_id_v2'],
      filtering: [condition('ad_ids_v2', ad)],
    });
    expect(whole.map(({ dimensions }) => dimensions)).toEqual([{ ad_id_v2: ad }]);
    const creatives = await rows('/report/integrated/get/', {
      ...ask,
      dimensions: ['ad_id'],
      filtering: [condition('campaign_automation_type', 'UPGRADED_SMART_PLUS')],
    });
    expect(creatives).toHaveLength(3);
    expect(creatives.map(({ dimensions }) => dimensions['ad_id'])).not.toContain(ad);
  });
});
