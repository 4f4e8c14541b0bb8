import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as sdk from 'tiktok-business-api-sdk-official';
import type { BusinessClient } from 'tiktok-sandbox/testing';
import { advertiserClient, operation, path } from './sdk-caller.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;

describe('resources of ads, called through the official SDK', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser: { advertiser_id: string };

  beforeAll(async () => {
    const started = await advertiserClient({ rateLimits: false });
    ({ client, token } = started);
    advertiser = { advertiser_id: started.id };
  });
  afterAll(() => client.close());

  it('manages pixels', async () => {
    const id = advertiser.advertiser_id;
    const measurement = new sdk.MeasurementApi();
    const body = { ...advertiser, pixel_name: 'shop', pixel_category: 'ONLINE_STORE' };
    const pixel = await operation(measurement, 'pixelCreate', token, { body });
    const pixels = await operation<{ pixels: Row[] }>(measurement, 'pixelList', id, token, { name: 'shop' });
    expect(pixels.pixels).toEqual([
      expect.objectContaining({ ...pixel, events: expect.arrayContaining([expect.any(Object)]) }),
    ]);
  });

  it('manages blocked words', async () => {
    const id = advertiser.advertiser_id;
    const words = new sdk.CommentsApi();
    const blocked_words = ['spam', 'scam'];
    await operation(words, 'blockedwordCreate', token, { body: { ...advertiser, blocked_words } });
    const changed = { ...advertiser, old_word: 'scam', new_word: 'fake' };
    await operation(words, 'blockedwordUpdate', token, { body: changed });
    const gone = { ...advertiser, blocked_words: ['spam'] };
    await operation(words, 'blockedwordDelete', token, { body: gone });
    const list = await operation(words, 'blockedwordList', id, token, {});
    expect(list['list']).toEqual([{ bw_content: 'fake' }]);
    const check = await operation(words, 'blockedwordCheck', id, ['fake', 'spam'], token);
    expect(check['results']).toEqual([
      { word: 'fake', blocked: true },
      { word: 'spam', blocked: false },
    ]);
  });

  it('manages portfolios', async () => {
    const id = advertiser.advertiser_id;
    const assets = new sdk.CreativeManagementApi();
    const portfolio_content = [{ asset_content: 'SHOP_NOW', asset_ids: ['1'] }];
    const cta = { ...advertiser, creative_portfolio_type: 'CTA', portfolio_content };
    const created = await operation(assets, 'creativePortfolioCreate', token, { body: cta });
    const portfolioId = String(created['creative_portfolio_id']);
    const one = await operation(assets, 'creativePortfolioGet', id, portfolioId, token);
    expect(one).toMatchObject({ creative_portfolio_type: 'CTA', portfolio_content });
    const card = { card_type: 'IMAGE', image_id: 'image' };
    const body = { ...advertiser, creative_portfolio_type: 'CARD', portfolio_content: [card] };
    const listed = await operation(assets, 'creativePortfolioCreate', token, { body });
    const all = await operation(assets, 'creativePortfolioList', id, token, {});
    expect(all['creative_portfolios']).toEqual([expect.objectContaining({ ...card, ...listed })]);
    const remove = { ...advertiser, creative_portfolio_ids: [portfolioId] };
    await path('POST', '/creative/portfolio/delete/', { token, body: remove });
  });

  it('reads rules and hashtags', async () => {
    const id = advertiser.advertiser_id;
    const rules = await operation(new sdk.AutomatedRulesApi(), 'optimizerRuleList', id, token, {});
    expect(rules['rules']).toEqual([]);
    const assets = new sdk.CreativeManagementApi();
    const trending = await operation<{ list: Row[] }>(
      assets,
      'discoveryTrendingList',
      'HASHTAG',
      id,
      token,
      {},
    );
    const hashtag = String(trending.list[0]?.['hashtag_id']);
    const detail = await operation(assets, 'discoveryDetail', hashtag, 'HASHTAG', 'US', '7DAY', id, token);
    expect(detail).toMatchObject({ hashtag_id: hashtag });
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('library').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
