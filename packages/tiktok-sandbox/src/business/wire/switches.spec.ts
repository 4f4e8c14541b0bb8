import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { seedGroup } from '../testing/ads-fixture.js';

describe('the switches of the Business API', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  it.each([
    [{ appLevel: 'golden' }, 'appLevel must be one of basic'],
    [{ reviewMs: -1 }, 'reviewMs must be a number from 0'],
    [{ luck: 1 }, 'unknown key luck'],
  ])('refuse %j', async (business, message) => {
    const answer = await client.control('/settings', { business });
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toContain(message);
  });

  it('let the body of a GET count, or not', async () => {
    const url = `${client.sandbox.sandbox.url}/open_api/v1.3/campaign/get/`;
    const get = () =>
      new Promise<{ code: number }>((resolve, reject) => {
        const body = JSON.stringify({ advertiser_id });
        const headers = { 'access-token': token, 'content-length': body.length };
        const call = request(url, { method: 'GET', headers }, (answer) => {
          let text = '';
          answer.on('data', (part: Buffer) => (text += part.toString()));
          answer.on('end', () => resolve(JSON.parse(text) as { code: number }));
        });
        call.on('error', reject);
        call.end(body);
      });
    expect((await get()).code).toBe(40_002);
    await client.control('/settings', { business: { getBody: 'accept' } });
    expect((await get()).code).toBe(0);
  });

  it('leave a scheduled budget to the next midnight of the advertiser', async () => {
    const fixture = await seedGroup(client, token, advertiser_id);
    const scheduled_budget = [{ adgroup_id: fixture.adgroupId, scheduled_budget: 150 }];
    await client.post('/adgroup/budget/update/', { advertiser_id, scheduled_budget }, token);
    const read = () => fixture.read('/adgroup/get/', { adgroup_ids: [fixture.adgroupId] });
    expect(await read()).toMatchObject({ budget: 100, scheduled_budget: 150 });
    await client.advance(86_400);
    expect(await read()).toMatchObject({ budget: 150, scheduled_budget: 0 });
  });

  it('start without campaigns', async () => {
    const empty = await BusinessClient.start({ business: { seedAds: false } });
    const granted = await empty.advertiserToken();
    const { data } = await empty.get('/campaign/get/', { advertiser_id: granted.ids[0] }, granted.token);
    expect(data).toMatchObject({ list: [], page_info: { total_number: 0, total_page: 0 } });
    await empty.close();
  });
});
