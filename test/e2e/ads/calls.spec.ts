import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant } from '../../support/given/ad-tenant.js';

const connector = useConnector({ webhooks: false });
let api: ApiClient;
let accountId: string;

beforeAll(async () => {
  const tenant = await adTenant(connector());
  ({ api } = tenant);
  accountId = tenant.accounts[0]?.advertiserId ?? '';
});

const call = <Body = ProblemBody>(path: string, query?: object, account = accountId) =>
  api.post<Body>('/api/ads/call', { accountId: account, path, query });

describe('POST /api/ads/call', () => {
  it('answers TikTok’s data and request id, for the account that it names', async () => {
    interface Pixels {
      data: { pixels: { pixel_id: string }[] };
      requestId: string;
    }
    const { status, body } = await call<Pixels>('/pixel/list/');
    expect(status).toBe(200);
    expect(body.requestId).toMatch(/\w{8,}/);
    expect(body.data.pixels[0]?.pixel_id).toMatch(/^\d+$/);
  });

  it('encodes lists and objects of the query', async () => {
    interface Report {
      data: { list: { dimensions: { campaign_id: string } }[] };
    }
    const { status, body } = await call<Report>('report/integrated/get', {
      report_type: 'BASIC',
      data_level: 'AUCTION_CAMPAIGN',
      dimensions: ['campaign_id'],
      metrics: ['spend'],
      start_date: '2026-10-01',
      end_date: '2026-10-02',
      page_size: 5,
    });
    expect(status).toBe(200);
    expect(body.data.list).toHaveLength(2);
  });

  it.each([
    '/campaign/create/',
    '/tool/region/../../campaign/create/',
    '/bc/asset/get/',
    'https://evil.example/',
  ])('refuses %s, and lists the paths that it accepts', async (path) => {
    const { status, body } = await call(path);
    expect([status, body.code]).toEqual([403, 'ads_path_not_allowed']);
    expect(body.detail).toContain('/tool/region/');
  });

  it.each(['advertiser_id', 'advertiser_ids', 'bc_id', 'access_token'])(
    'refuses %s in the query',
    async (key) => {
      const { status, body } = await call('/pixel/list/', { [key]: '7' });
      expect([status, body.errors?.[0]?.field]).toEqual([400, `query.${key}`]);
    },
  );

  it('refuses a query that TikTok’s gateway would not take', async () => {
    const { status, body } = await call('/pixel/list/', { filtering: 'x'.repeat(8_000) });
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'query']);
  });

  it('refuses an account that is not connected', async () => {
    const { status, body } = await call('/pixel/list/', {}, '7000000000000000000');
    expect([status, body.code]).toEqual([403, 'ad_account_not_connected']);
  });

  it('explains what TikTok refuses', async () => {
    const { status, body } = await call('/report/integrated/get/', { report_type: 'NONE' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toMatchObject({ code: '40002', detail: expect.any(String) });
  });
});
