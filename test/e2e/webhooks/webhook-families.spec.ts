import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { Answer } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adsDelivery, openSignature } from '../../support/given/ads-deliveries.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';
import {
  BUSINESS_APP_ID,
  BUSINESS_SECRET,
  deliver,
  delivery,
  settledEvents,
  signature,
} from '../../support/given/webhook-deliveries.js';

const PATH = '/connect/webhook/tiktok';
const NEXT = 'the-next-secret';

describe('webhooks while secrets are rotated', () => {
  const connector = useConnector({
    webhooks: false,
    environment: {
      TIKTOK_WEBHOOK_SECRETS: `${NEXT},another`,
      TIKTOK_BUSINESS_WEBHOOK_SECRETS: 'business-next',
    },
  });
  const stored = (body: string) =>
    connector().database.query('SELECT status FROM webhook_events WHERE raw_body = $1', [Buffer.from(body)]);
  const send = (body: string, headers: Record<string, string>, path = PATH): Promise<Answer> =>
    connector().anonymous.send('POST', path, { body: Buffer.from(body), headers });

  let tenant: AdTenant;
  beforeAll(async () => {
    tenant = await adTenant(connector());
  }, 60_000);

  it.each([undefined, NEXT, 'another'])('accepts the live secret %s', async (secret) => {
    const body = delivery();
    expect((await deliver(connector().anonymous, body, { header: signature(body, secret) })).status).toBe(
      200,
    );
    expect(await stored(body)).toHaveLength(1);
  });

  it.each(['', 'business-next', BUSINESS_SECRET])(
    'refuses the app a delivery signed with "%s"',
    async (secret) => {
      const body = delivery();
      expect((await deliver(connector().anonymous, body, { header: signature(body, secret) })).status).toBe(
        401,
      );
      expect(await stored(body)).toEqual([]);
    },
  );

  it.each([
    ['X-Open-Signature', PATH, (body: string) => ({ 'x-open-signature': openSignature(body) })],
    ['TikTok-Signature', PATH, (body: string) => ({ 'tiktok-signature': signature(body, BUSINESS_SECRET) })],
    [
      'the next secret',
      PATH,
      (body: string) => ({ 'x-open-signature': openSignature(body, 'business-next') }),
    ],
    ['its own address', `${PATH}/ads`, (body: string) => ({ 'x-open-signature': openSignature(body) })],
  ])('stores a webhook of ads by %s, and shows it to the organisation', async (_name, path, headersOf) => {
    const id = randomUUID();
    const body = adsDelivery(tenant.accountId, { request_id: id });

    expect((await send(body, headersOf(body), path)).status).toBe(200);

    const found = await eventually(async () => {
      const events = await settledEvents(tenant.api, 'ads.ad_review');
      return events.find(({ content }) => content.request_id === id);
    });
    expect(found).toMatchObject({ status: 'processed', content: { entry: [{ adv_id: tenant.accountId }] } });
  });

  it('shows an organisation only its own ad accounts of a webhook about several', async () => {
    const [id, foreign] = [randomUUID(), '7400000000000000123'];
    const entry = [{ changed_metrics_values: { [tenant.accountId]: { spend: 1 }, [foreign]: { spend: 2 } } }];
    const body = adsDelivery(tenant.accountId, { request_id: id, object: 11, entry });
    await send(body, { 'x-open-signature': openSignature(body) });

    const found = await eventually(async () => {
      const events = await settledEvents(tenant.api, 'ads.report_data_change');
      return events.find(({ content }) => content.request_id === id);
    });
    const shown = [{ changed_metrics_values: { [tenant.accountId]: { spend: 1 } } }];
    expect(found.content.entry).toEqual(shown);
    const path = `/api/webhooks/events/${found.id}`;
    const content = expect.objectContaining({ entry: shown });
    expect((await tenant.api.get(path)).body).toMatchObject({ content });
    expect((await tenant.api.post(`${path}/replay`, {})).body).toMatchObject({ content });
  });

  it('stores a repeated webhook of ads once', async () => {
    const body = adsDelivery(tenant.accountId, { request_id: randomUUID() });
    for (let n = 0; n < 3; n += 1) await send(body, { 'x-open-signature': openSignature(body) });
    expect(await stored(body)).toHaveLength(1);
  });

  it.each([
    [
      'X-Open-Signature on an event of accounts',
      (body: string) => ({ 'x-open-signature': openSignature(body) }),
    ],
    [
      'the secret of the login app',
      (body: string) => ({ 'x-open-signature': openSignature(body, 'sandbox-client-secret') }),
    ],
    ['no signature', () => ({})],
  ])('refuses %s', async (name, headersOf) => {
    const isAccount = name.endsWith('accounts');
    const body = isAccount ? delivery({ client_key: BUSINESS_APP_ID }) : adsDelivery(tenant.accountId);
    expect((await send(body, headersOf(body))).status).toBe(401);
    expect(await stored(body)).toEqual([]);
  });
});

describe('webhooks whose verification is switched off', () => {
  const connector = useConnector({ webhooks: false, environment: { TIKTOK_UNVERIFIED_WEBHOOKS: 'ads' } });

  it('are accepted without a signature in that family only, and the doctor warns', async () => {
    const send = (body: string) =>
      connector().anonymous.send('POST', PATH, { body: Buffer.from(body), headers: {} });

    expect((await send(adsDelivery('7400000000000000123'))).status).toBe(200);
    expect((await send(delivery())).status).toBe(401);
    expect((await send(delivery({ client_key: BUSINESS_APP_ID }))).status).toBe(401);
    expect((await send('{"garbage":1}')).status).toBe(401);

    const { body } = await connector()
      .api(undefined, 'operator')
      .get<{ items: { check: string; status: string }[] }>('/api/doctor');
    expect(body.items.find(({ check }) => check === 'webhook_signatures')).toMatchObject({
      status: 'warning',
    });
  });
});
