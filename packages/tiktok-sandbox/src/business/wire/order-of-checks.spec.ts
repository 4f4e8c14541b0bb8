import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';

describe('the order in which the Business API checks a call', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  it('answers 404 text without the last slash, and 40008 for paths that it does not know', async () => {
    const bare = await client.sandbox.send('GET', '/open_api/v1.3/campaign/get');
    expect([bare.status, bare.text]).toEqual([404, '404 page not found']);
    const answer = await client.sandbox.send('GET', '/open_api/v1.3/no/such/');
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ code: 40_008, data: {} });
    await client.control('/settings', { business: { unknownPath: '404' } });
    expect((await client.sandbox.send('GET', '/open_api/v1.3/no/such/')).status).toBe(404);
  });

  it('wants a token, then a known one, then an advertiser of its own, then good parameters', async () => {
    const get = (query: Record<string, unknown>, as?: string) => client.get('/campaign/get/', query, as);
    expect(await get({})).toMatchObject({
      code: 40_104,
      message: 'Access token is null, you should set it in http header with key Access-Token.',
    });
    expect((await get({}, 'nonsense')).code).toBe(40_105);
    expect(await get({}, token)).toMatchObject({
      code: 40_002,
      message: expect.stringContaining('advertiser_id'),
    });
    expect((await get({ advertiser_id: '7000000000000000001', page: 0 }, token)).code).toBe(40_001);
    expect((await get({ advertiser_id, page: 0 }, token)).code).toBe(40_002);
    expect((await get({ advertiser_id, page_size: 1001 }, token)).code).toBe(40_002);
    const update = { advertiser_id, campaign_id: '1' };
    expect((await client.post('/campaign/update/', update, token)).code).toBe(40_007);
  });

  it('refuses ids that are numbers', async () => {
    const body = { advertiser_id: Number(advertiser_id), campaign_name: 'n' };
    expect(await client.post('/campaign/create/', body, token)).toMatchObject({
      code: 40_002,
      message: 'advertiser_id: Not a valid string.',
    });
  });

  it('distinguishes a missing advertiser permission from a revoked token', async () => {
    await client.control(`/business/advertisers/${advertiser_id}`, { revoke: true });
    expect((await client.get('/campaign/get/', { advertiser_id }, token)).code).toBe(40_001);
    await client.control('/business/tokens/revoke', { family: 'advertiser' });
    expect((await client.get('/campaign/get/', { advertiser_id }, token)).code).toBe(40_105);
  });

  it('enforces the app level by the second, and shuts the app out after a breach by the minute', async () => {
    await client.control('/settings', { business: { appRateLimits: true } });
    const call = () => client.get('/campaign/get/', { advertiser_id }, token);
    const codes = await Promise.all(Array.from({ length: 12 }, async () => (await call()).code));
    expect(codes.filter((code) => code === 0)).toHaveLength(10);
    expect(codes.filter((code) => code === 40_100)).toHaveLength(2);
    await client.advance(1);
    expect((await call()).code).toBe(0);
  });

  it('has a narrower limit for new ads, and a wider one for streamed audiences', async () => {
    await client.control('/settings', { business: { appRateLimits: true } });
    const post = (path: string) =>
      client.post(path, { advertiser_id, advertiser_ids: [advertiser_id] }, token);
    const codesOf = async (path: string) =>
      (await Promise.all(Array.from({ length: 11 }, () => post(path)))).filter(({ code }) => code === 40_100);
    expect(await codesOf('/segment/mapping/')).toHaveLength(0);
    expect(await codesOf('/ad/create/')).toHaveLength(6);
  });

  it('limits one advertiser with 40133 when that is switched on', async () => {
    await client.control('/settings', { business: { advertiserPerSecond: 1 } });
    const call = () => client.get('/campaign/get/', { advertiser_id }, token);
    expect([(await call()).code, (await call()).code]).toEqual([0, 40_133]);
  });

  it.each([40_100, 40_133, 20_001, 50_000, 60_001])('obeys a fault rule with code %d', async (code) => {
    await client.control('/faults', {
      match: 'GET /open_api/v1.3/campaign/get/',
      kind: 'error_code',
      code,
      times: 1,
    });
    const answer = await client.get('/campaign/get/', { advertiser_id }, token);
    expect(answer).toMatchObject({ code, request_id: expect.any(String), data: {} });
    expect((await client.get('/campaign/get/', { advertiser_id }, token)).code).toBe(0);
  });
});
