import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { follow } from '../../support/given/consent.js';
import { ConnectedParts, type ReceivedNotification } from '../../support/given/connected-parts.js';
import { useConnector } from '../../support/connector.js';
import { EventStream } from '../../support/event-stream.js';
import { approve } from '../../support/given/family-consent.js';

// The tests give more consents per second than a Basic app may call.
const environment = { TIKTOK_BUSINESS_TIER: 'ultimate', RETURN_URL_ORIGINS: 'https://admin.example' };
const business = { environment, webhooks: false };
const sandbox = { business: { appLevel: 'ultimate' as const } };
const connector = useConnector({ ...business, sandbox });

const connect = () => ConnectedParts.connect(connector());
const newest = async (api: ApiClient) =>
  (await api.get<PageBody<ReceivedNotification>>('/api/notifications')).body.items[0];
const statusOf = async ({ api, integrationId }: ConnectedParts) =>
  (await api.get<{ status: string }>(`/api/integrations/${integrationId}`)).body.status;
const states = () => connector().database.query('SELECT state_hash FROM oauth_states');

/** Returns the link in the notification of an ended part. */
async function linkOf(connected: ConnectedParts, part: 'login' | 'account' | 'advertiser'): Promise<string> {
  if (part === 'advertiser') {
    await connected.connectAds();
    await connected.endAds();
  } else await connected.end(part);
  const [notice] = await connected.untilTold(part === 'login' ? 'integration_expired' : 'consent_ended');
  expect(notice?.actionUrl).toMatch(/^http:\/\/127\.0\.0\.1:/);
  return notice?.actionUrl ?? '';
}

/** Opens the link without any token of ours and approves. @returns where the browser ends */
async function click(link: string, username: string): Promise<Record<string, string>> {
  const page = await follow(link);
  const callback = await approve(page.href, username);
  let landed = await follow(callback.href);
  // The login of an account whose second consent no longer works continues to that consent.
  if (landed.hostname !== 'admin.example') landed = await follow((await approve(landed.href, username)).href);
  expect(landed.origin + landed.pathname).toBe('https://admin.example/');
  return Object.fromEntries(landed.searchParams);
}

async function anotherAccount(): Promise<string> {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username });
  return username;
}

describe('a reconnect link', () => {
  it.each(['login', 'account', 'advertiser'] as const)(
    'leads to TikTok and reconnects the %s, without a sign-in here',
    async (part) => {
      const connected = await connect();
      const link = await linkOf(connected, part);

      const outcome = await click(link, connected.username);

      expect(outcome).toEqual({ status: 'connected', integrationId: connected.integrationId });
      await connected.untilTold('all_clear');
      expect(await statusOf(connected)).toBe('active');
    },
  );

  it('renotice only the account that was connected', async () => {
    const connected = await connect();
    const other = await anotherAccount();

    expect(await click(await linkOf(connected, 'account'), other)).toMatchObject({
      warning: 'account_different_account',
    });
    expect(await click(await linkOf(connected, 'login'), other)).toEqual({
      status: 'error',
      code: 'different_account',
    });
    expect(await statusOf(connected)).toBe('expired');
    expect(await connected.notifications('all_clear')).toEqual([]);
  });

  it('renotice no other account when its username is unknown', async () => {
    const connected = await connect();
    const link = await linkOf(connected, 'account');
    await connector().database.query('UPDATE integrations SET username = NULL WHERE id = $1', [
      connected.integrationId,
    ]);

    expect(await click(link, await anotherAccount())).toMatchObject({ warning: 'account_different_account' });
  });

  it('refuses a grant that shares no ad account with the connected ones', async () => {
    const connected = await connect();
    const link = await linkOf(connected, 'advertiser');
    await connector().database.query(
      `UPDATE ad_accounts SET advertiser_id = '1' || substr(advertiser_id, 2) WHERE integration_id = $1`,
      [connected.integrationId],
    );

    expect(await click(link, connected.username)).toEqual({ status: 'error', code: 'different_account' });
  });

  it('begins no consent when altered, made for another organisation, or expired', async () => {
    const connected = await connect();
    const link = await linkOf(connected, 'account');
    const before = (await states()).length;
    const altered = Object.entries({
      integration: randomUUID(),
      org: 'another-organisation',
      family: 'login',
      expires: '9999999999',
      signature: 'AAAA',
    }).map(([name, value]) => {
      const url = new URL(link);
      url.searchParams.set(name, value);
      return url.href;
    });
    for (const url of [...altered, link.split('?')[0] ?? '', `${link}&family=login`]) {
      const answer = await fetch(url, { redirect: 'manual' });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'reconnect_link_invalid' });
    }

    connector().moveClock(31 * 86_400);
    const late = await fetch(link, { redirect: 'manual' });
    connector().moveClock(0);
    expect(late.status).toBe(403);
    expect(await late.json()).toMatchObject({ code: 'reconnect_link_expired' });
    expect(await states()).toHaveLength(before);
  });

  it('no longer works once the integration is disconnected, even during a consent', async () => {
    const connected = await connect();
    const link = await linkOf(connected, 'login');
    const callback = await approve((await follow(link)).href, connected.username);

    await connected.api.post(`/api/integrations/${connected.integrationId}/disconnect`, {});
    await eventually(
      async () => (await connected.api.get<PageBody<unknown>>('/api/integrations')).body.items.length === 0,
    );

    expect((await fetch(link, { redirect: 'manual' })).status).toBe(404);
    const landed = await follow(callback.href);
    expect(landed.searchParams.get('code')).toBe('integration_gone');
    expect((await connected.api.get<PageBody<unknown>>('/api/integrations')).body.items).toEqual([]);
  });

  it('is shown only to admins: in the list, in the stream and when marked read', async () => {
    const connected = await connect();
    const { organisationId: org } = connected;
    const stream = await EventStream.open(connector(), org, {
      authorization: `Bearer ${connector().token(org, 'viewer')}`,
    });
    await linkOf(connected, 'account');
    await eventually(() => stream.events.length > 0);
    await stream.leave();

    expect(stream.events[0]?.data).not.toHaveProperty('actionUrl');
    for (const role of ['viewer', 'editor'] as const)
      expect(await newest(connector().api(org, role))).not.toHaveProperty('actionUrl');
    const shown = (await newest(connected.api)) as ReceivedNotification & { id: string };
    expect(shown.actionUrl).toBeDefined();
    const read = await connector().api(org, 'editor').post(`/api/notifications/${shown.id}/read`, {});
    expect(read.status).toBe(200);
    expect(read.body).not.toHaveProperty('actionUrl');
  });
});

describe('with ADMIN_UI_RECONNECT_URL', () => {
  const withAdminUi = useConnector({
    webhooks: false,
    sandbox,
    environment: {
      TIKTOK_BUSINESS_TIER: 'ultimate',
      ADMIN_UI_RECONNECT_URL:
        'https://admin.example/o/{organisationId}/integrations/{integrationId}?reconnect={family}',
    },
  });

  it('links to the admin UI, naming the organisation, the integration and the family', async () => {
    const connected = await ConnectedParts.connect(withAdminUi());
    const { organisationId, integrationId } = connected;
    await connected.end('account');

    const [notice] = await connected.untilTold('consent_ended');

    expect(notice?.actionUrl).toBe(
      `https://admin.example/o/${organisationId}/integrations/${integrationId}?reconnect=account`,
    );
  });
});
