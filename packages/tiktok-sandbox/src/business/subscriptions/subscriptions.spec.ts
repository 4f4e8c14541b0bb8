import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually.js';
import { WebhookReceiver } from '../../testing/webhook-receiver.js';
import { seedGroup } from '../testing/ads-fixture.js';
import { APP, BusinessClient } from '../testing/business-client.js';
import { escapeNonAscii, openSignature } from './open-signature.js';

describe('openSignature', () => {
  it('signs the body with every non-ASCII unit escaped in lower case', () => {
    expect(escapeNonAscii('{"n":"é漢🎉"}')).toBe(String.raw`{"n":"\u00e9\u6f22\ud83c\udf89"}`);
    const expected = createHmac('sha256', 'k')
      .update(String.raw`"\u00e9"`)
      .digest('hex');
    expect(openSignature('k', '"é"', true)).toBe(expected);
  });
});

describe('webhooks of the ads side', () => {
  let receiver: WebhookReceiver;
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(async () => {
    await client.close();
    await receiver.close();
  });

  const subscribe = (subscribe_entity: string, detail: object = {}) =>
    client.post('/subscription/subscribe/', {
      ...APP,
      subscribe_entity,
      callback_url: receiver.url,
      subscription_detail: { access_token: token, advertiser_id, ...detail },
    });

  it('notifies the end of a review, signed over the escaped body, with adv_id as a bare number', async () => {
    expect((await subscribe('AD')).code).toBe(0);
    const { adId } = await seedGroup(client, token, advertiser_id);
    await client.control(`/business/ads/${adId}`, { action: 'reject', reason: 'zu laut: naïve 🎉' });
    const [delivery] = await eventually(() => receiver.received.length > 0 && receiver.received);
    expect(delivery?.body).toContain(`"adv_id":${advertiser_id},`);
    expect(delivery?.headers['x-open-signature']).toBe(openSignature(APP.secret, delivery?.body ?? '', true));
    expect(JSON.parse(delivery?.body ?? '')).toMatchObject({
      object: 3,
      entry: [{ ad_id: adId, reject_reason: 'zu laut: naïve 🎉' }],
    });
  });

  it('is silent for other advertisers and once the token is revoked', async () => {
    await subscribe('AD_ACCOUNT_SUSPENSION', { advertiser_ids: [advertiser_id] });
    const suspend = (id: string) => client.control(`/business/advertisers/${id}`, { status: 'STATUS_LIMIT' });
    const { json } = await client.control<{ id: string }>('/business/advertisers', {
      name: 'Other',
      grant: true,
    });
    await suspend(json.id);
    await client.post('/oauth2/revoke_token/', { ...APP, access_token: token });
    await suspend(advertiser_id);
    const webhooks = await client.control<{ deliveries: unknown[] }>('/webhooks', {}, 'GET');
    expect(webhooks.json.deliveries).toEqual([]);
  });

  it('refuses tokens that are dead, advertisers of others and URLs without TLS', async () => {
    expect((await subscribe('AD', { access_token: 'x' })).code).toBe(40_105);
    expect((await subscribe('AD', { advertiser_id: '7000000000000000001' })).code).toBe(40_001);
    const plain = { ...APP, subscribe_entity: 'AD', callback_url: 'http://example.com/' };
    expect((await client.post('/subscription/subscribe/', plain)).code).toBe(40_002);
  });

  it.each([
    ['AD_ACCOUNT_SUSPENSION', {}, 40_002],
    ['AD_ACCOUNT_SUSPENSION', { bc_id: '1', advertiser_ids: ['<own>'] }, 40_002],
    ['AD_ACCOUNT_SUSPENSION', { advertiser_ids: ['<own>'] }, 0],
    ['REPORT_DATA_CHANGE', {}, 40_002],
    ['REPORT_DATA_CHANGE', { advertiser_ids: ['<own>'] }, 0],
    ['CREATIVE_FATIGUE', { advertiser_id: undefined }, 40_002],
    ['CREATIVE_FATIGUE', {}, 0],
    ['API_SERVICE_STATUS', { advertiser_id: undefined }, 0],
  ])('answers a subscription to %s with %j by %i', async (entity, detail, code) => {
    const own = JSON.parse(JSON.stringify(detail).replace('<own>', advertiser_id)) as object;
    expect((await subscribe(entity, { ...detail, ...own })).code).toBe(code);
  });

  it('sends any entity on demand, also twice and wrongly signed', async () => {
    await subscribe('LEAD');
    const order = { entity: 'LEAD', advertiserId: advertiser_id, entry: { id: '1' }, duplicate: true };
    await client.control('/business/webhooks/emit', { ...order, badSignature: true });
    const deliveries = await eventually(() => receiver.received.length === 2 && receiver.received);
    for (const { body, headers } of deliveries)
      expect(headers['x-open-signature']).not.toBe(openSignature(APP.secret, body, true));
  });
});
