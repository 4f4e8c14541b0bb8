import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebhookReceiver } from '../../../testing/webhook-receiver.js';
import { BusinessClient } from '../../testing/business-client.js';
import { SmartPlusFixture } from '../../testing/smart-plus-fixture.js';

describe('reviews of Upgraded Smart+ ads', () => {
  let client: BusinessClient;
  let us: SmartPlusFixture;
  beforeEach(async () => {
    const { token, advertiser_id, client: started } = await BusinessClient.startAsAdvertiser();
    client = started;
    us = await SmartPlusFixture.start(client, token, advertiser_id);
  });
  afterEach(() => client.close());

  const info = async (id: string) => {
    const query = {
      advertiser_id: us.advertiser_id,
      smart_plus_ad_ids: [id],
      extra_info_setting: { include_reject_info: true },
    };
    return (await client.get('/smart_plus/ad/review_info/', query, us.token)).data;
  };

  it('end after a while, and only the review info says how', async () => {
    await client.control('/settings', { business: { reviewMs: 60_000 } });
    const { ad } = await us.chain();
    expect(await info(ad)).toMatchObject({
      smart_plus_ad_review_infos: [{ review_status: 'UNAVAILABLE', reject_info: [] }],
    });
    await client.advance(60);
    expect(await info(ad)).toMatchObject({
      smart_plus_ad_review_infos: [
        {
          smart_plus_ad_id: ad,
          review_status: 'ALL_AVAILABLE',
          passed_locations: ['6252001'],
          appeal_status: 'NOT_APPEALED',
        },
      ],
      material_review_infos: [{ review_status: 'ALL_AVAILABLE' }],
    });
  });

  it('end without an event for a subscription', async () => {
    const receiver = await WebhookReceiver.start();
    const { campaign, adgroup, ad } = await us.chain();
    const subscribe = (entity: string, more: object) =>
      client.post('/subscription/subscribe/', {
        app_id: '7400000000000000001',
        secret: 'sandbox-business-secret',
        callback_url: receiver.url,
        subscribe_entity: entity,
        subscription_detail: { access_token: us.token, advertiser_id: us.advertiser_id, ...more },
      });
    expect((await subscribe('AD_GROUP', { adgroup_id: adgroup })).code).toBe(0);
    await client.control(`/business/ads/${ad}`, { action: 'reject', reason: 'too loud' });
    await client.advance(5);
    expect(await us.list('/smart_plus/campaign/get/', { campaign_ids: [campaign] })).toHaveLength(1);
    expect(receiver.events()).toEqual([]);
    await receiver.close();
  });

  it('tell why an ad was rejected, and are done once more by one appeal', async () => {
    const { ad } = await us.chain();
    await client.control(`/business/ads/${ad}`, { action: 'reject', reason: 'too loud' });
    const rejected = await info(ad);
    expect(rejected).toMatchObject({
      smart_plus_ad_review_infos: [{ reject_info: [{ reasons: ['too loud'] }] }],
    });
    expect(await us.list('/smart_plus/ad/get/')).toMatchObject([
      { secondary_status: 'AD_STATUS_AUDIT_DENY' },
    ]);
    await client.advance(5);
    const appeal = { smart_plus_ad_id: ad, appeal_reason: 'it is quiet' };
    expect(await us.post('/ad/appeal/', appeal)).toMatchObject({ code: 0, data: {} });
    expect(await info(ad)).toMatchObject({ smart_plus_ad_review_infos: [{ appeal_status: 'APPEALING' }] });
    await client.advance(10);
    expect(await info(ad)).toMatchObject({
      smart_plus_ad_review_infos: [{ appeal_status: 'APPEAL_SUCCESSFUL', review_status: 'ALL_AVAILABLE' }],
    });
    await client.control(`/business/ads/${ad}`, { action: 'reject' });
    expect((await us.post('/ad/appeal/', appeal)).code).toBe(40_002);
  });

  it('may end differently for each creative', async () => {
    const { adgroup } = await us.chain();
    const { data } = await us.ad(adgroup, { creative_list: [us.creative(), us.creative()] });
    const [first] = data['creative_list'] as { ad_material_id: string }[];
    const id = String(data['smart_plus_ad_id']);
    await client.advance(10);
    await client.control(`/business/ads/${first?.ad_material_id ?? ''}`, { action: 'reject', reason: 'x' });
    expect(await info(id)).toMatchObject({
      smart_plus_ad_review_infos: [{ review_status: 'PART_AVAILABLE' }],
    });
    expect(await us.list('/smart_plus/ad/get/', { smart_plus_ad_ids: [id] })).toMatchObject([
      { secondary_status: 'AD_STATUS_REVIEW_PARTIALLY_APPROVED' },
    ]);
  });
});
