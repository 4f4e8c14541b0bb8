import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
});

describe('Lists of ad objects', () => {
  it('answer with the copy, which is empty until something is read', async () => {
    expect(await ads.list('ad-groups')).toEqual([]);

    const live = await ads.list('ad-groups', '&live=true');

    expect(live).toHaveLength(4);
    expect(live[0]).toMatchObject({
      family: 'manual',
      status: 'ENABLE',
      budget: { mode: 'daily', amount: '60.00', currency: 'USD' },
      statusText: 'It is delivering.',
    });
    expect(await ads.list('ad-groups')).toEqual(live);
  });

  it('list a manual and an Upgraded Smart+ campaign once each', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Listed once', 75));

    const campaigns = await ads.list('campaigns', '&live=true');

    expect(campaigns.filter((one) => one.id === id)).toMatchObject([
      { family: 'us_plus', budget: { mode: 'daily', amount: '75.00' } },
    ]);
    expect(campaigns.filter(({ family }) => family === 'manual')).toHaveLength(2);
  });

  it('filter by status, text and parent, and page', async () => {
    const [campaign] = await ads.list('campaigns', '&live=true&text=always%20ON');
    await ads.list('ad-groups', '&live=true');

    expect(campaign?.name).toBe('Always on');
    expect(await ads.list('ad-groups', `&campaignId=${campaign?.id}`)).toHaveLength(2);
    expect(await ads.list('ad-groups', '&status=DISABLE')).toEqual([]);
    expect(await ads.list('campaigns', '&text=100%25')).toEqual([]);
    const page = await ads.api.get<{ items: unknown[]; nextCursor?: string }>(
      `/api/ads/ad-groups?accountId=${ads.accountId}&limit=3`,
    );
    expect(page.body.items).toHaveLength(3);
    const next = `/api/ads/ad-groups?accountId=${ads.accountId}&limit=3&cursor=${page.body.nextCursor}`;
    expect((await ads.api.get<{ items: unknown[] }>(next)).body.items).toHaveLength(1);
  });

  it('refuse an ad account that is not connected', async () => {
    const answer = await ads.api.get<ProblemBody>('/api/ads/campaigns?accountId=7999999999999999999');

    expect(answer).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
  });
});

describe('One ad object', () => {
  it('comes from TikTok, with the parents and in its own words', async () => {
    const [listed] = await ads.list('ads', '&live=true');

    const ad = await ads.read('ads', listed?.id ?? '');

    expect(ad).toMatchObject({ id: listed?.id, campaignId: listed?.campaignId, family: 'manual' });
    expect(ad.data).toMatchObject({ ad_id: listed?.id, ad_format: 'SINGLE_VIDEO' });
  });

  it.each(['1999999999999999999', 'not-an-id'])('is unknown by the id %s', async (id) => {
    const answer = await ads.api.get<ProblemBody>(`/api/ads/campaigns/${id}?accountId=${ads.accountId}`);

    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown_campaign' } });
  });
});
