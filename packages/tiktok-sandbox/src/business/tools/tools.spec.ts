import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

describe('what the forms of ads offer', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  const get = async (path: string, query: Row = {}) => {
    const answer = await client.get<Record<string, Row[]>>(path, { advertiser_id, ...query }, token);
    return { code: answer.code, rows: Object.values(answer.data)[0] ?? [], data: answer.data };
  };
  const post = (path: string, body: Row) => client.post(path, { advertiser_id, ...body }, token);

  it('offers languages, systems and devices', async () => {
    expect((await get('/tool/language/')).rows).toContainEqual({ code: 'ja', name: 'Japanese' });
    expect((await get('/tool/os_version/', { os_type: 'IOS' })).rows[0]).toMatchObject({ name: 'iOS 15.0' });
    expect((await get('/tool/os_version/')).code).toBe(40_002);
    expect((await get('/tool/device_model/')).rows[0]).toMatchObject({ level: 'BRAND', os_type: 'IOS' });
  });

  it('offers interests and behaviours as trees', async () => {
    const { rows } = await get('/tool/interest_category/');
    const [first] = rows;
    const [child] = (first?.['sub_category_ids'] ?? []) as string[];
    expect(rows.find((row) => row['interest_category_id'] === child)).toMatchObject({ level: 2 });
    const special = await get('/tool/interest_category/', { special_industries: ['HOUSING'] });
    expect(special.rows.length).toBeLessThan(rows.length);
    expect((await get('/tool/action_category/', { special_industries: ['LUCK'] })).code).toBe(40_002);
    expect((await get('/tool/action_category/')).rows[0]).toHaveProperty('action_category_id');
  });

  it('finds additional interests by a word, and by their ids', async () => {
    const { rows } = await get('/tool/interest_keyword/recommend/', { keyword: 'running' });
    expect(rows.map((row) => row['status'])).toEqual(['EFFECTIVE', 'EFFECTIVE', 'INEFFECTIVE']);
    const several = await get('/tool/interest_keyword/recommend/', { keywords: ['coffee', 'skin'] });
    expect(several.rows[0]).toMatchObject({ input_keyword: 'coffee', keyword: 'Coffee Beans' });
    const keyword_query = [{ keyword_id: rows[0]?.['keyword_id'] }];
    expect((await get('/tool/interest_keyword/get/', { keyword_query })).rows).toEqual([rows[0]]);
    expect((await get('/tool/interest_keyword/recommend/')).code).toBe(40_002);
  });

  it('offers regions down to a level', async () => {
    const placement = { placements: ['PLACEMENT_TIKTOK'], objective_type: 'TRAFFIC' };
    const countries = await get('/tool/region/', { ...placement, level_range: 'TO_COUNTRY' });
    expect(new Set(countries.rows.map((row) => row['level']))).toEqual(new Set(['COUNTRY']));
    expect((await get('/tool/region/', placement)).rows.length).toBeGreaterThan(countries.rows.length);
  });

  it('offers apps and pages of the advertiser', async () => {
    const { rows } = await get('/app/list/');
    expect(rows.map((row) => row['platform'])).toEqual(['ANDROID', 'IOS']);
    expect((await get('/app/info/', { app_id: rows[0]?.['app_id'] })).data).toEqual(rows[0]);
    expect((await get('/app/info/', { app_id: '1' })).code).toBe(40_007);
    expect((await get('/page/get/')).rows).toHaveLength(2);
    const published = { page_status: 'PUBLISHED', business_types: ['LEAD_GEN', 'TIKTOK_INSTANT_PAGE'] };
    expect((await get('/page/get/', published)).rows.map((row) => row['title'])).toEqual([
      'Newsletter',
      'Look book',
    ]);
  });

  it('recommends calls to action, of which portfolios are made', async () => {
    expect((await get('/creative/cta/recommend/')).code).toBe(40_002);
    const ask = { new_version: true, objective_type: 'WEB_CONVERSIONS', promotion_type: 'WEBSITE' };
    const { rows } = await get('/creative/cta/recommend/', ask);
    expect(rows[0]).toEqual({ asset_content: 'Learn more', asset_ids: ['201781', '201283'] });
    const made = await post('/creative/portfolio/create/', { portfolio_content: rows.slice(0, 1) });
    expect(made.code).toBe(0);
    expect((await get('/creative/portfolio/list/')).rows).toEqual([]);
    const bare = [{ asset_content: 'Learn more' }];
    expect((await post('/creative/portfolio/create/', { portfolio_content: bare })).code).toBe(40_002);
  });

  it('previews an ad', async () => {
    const { rows } = await get('/ad/get/');
    const preview = await post('/creative/ads_preview/create/', {
      preview_type: 'AD',
      ad_id: rows[0]?.['ad_id'],
    });
    expect(preview.data).toMatchObject({ iframe: expect.stringContaining('<iframe'), tips: [] });
    expect((await post('/creative/ads_preview/create/', { preview_type: 'AD', ad_id: '1' })).code).toBe(
      40_007,
    );
  });
});
