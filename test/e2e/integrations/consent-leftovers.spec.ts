import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import type { PageBody } from '../../support/api-client.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';
import { useConnector } from '../../support/connector.js';
import { follow, RETURN_URL } from '../../support/given/consent.js';
import { approve } from '../../support/given/family-consent.js';

// The tests give more consents per second than a Basic app may call.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);
const connect = (same?: ConnectedParts) => ConnectedParts.connect(connector(), same);

const credential = async (id: string) =>
  (await query<{ due_at: Date | null }>('SELECT due_at FROM credentials WHERE id = $1', [id]))[0];
const isGone = (id: string) => async () => (await credential(id)) === undefined;

/** Expires the account's Business tokens early; they can be renewed. @returns how many consents TikTok knows */
async function consentsOf({ username }: ConnectedParts): Promise<unknown> {
  return (await connector().sandbox.control('/business/tokens/expire', { account: username })).consents;
}

/** Replaces the Business consent with that of another TikTok account, which the admin has confirmed. */
async function swapAccount({ api, integrationId, username }: ConnectedParts): Promise<void> {
  const other = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username: other });
  // With one box unticked the second consent is requested again.
  await query(
    `UPDATE credentials SET scopes = '{comment.list}'
     WHERE id = (SELECT account_credential_id FROM integrations WHERE id = $1)`,
    [integrationId],
  );
  const { authUrl } = (
    await api.provider<{ authUrl: string }>('get-auth-url', {
      scopes: ['user.info.basic', 'user.info.profile', 'business.creator.insights'],
      returnUrl: RETURN_URL,
      integrationId,
      allowDifferentAccount: true,
    })
  ).body;
  const second = await follow((await approve(authUrl, username)).href);
  const landed = await follow((await approve(second.href, other)).href);
  expect(Object.fromEntries(landed.searchParams)).toEqual({ status: 'connected', integrationId });
}

describe('a Business credential that another account has replaced', () => {
  it('is revoked and deleted', async () => {
    const connected = await connect();
    const before = await connected.credentialId('account');

    await swapAccount(connected);

    await eventually(isGone(before));
    expect(await connected.credentialId('account')).not.toBe(before);
    expect(await consentsOf(connected)).toBe(0);
  });

  it('stays if another organisation has connected that account', async () => {
    const first = await connect();
    const second = await connect(first);
    const shared = await second.credentialId('account');

    await swapAccount(first);

    await eventually(() => first.isQuiet());
    expect(await consentsOf(second)).toBe(2);
    expect(await connector().app.get(CredentialTokens).accessToken(shared)).toEqual(expect.any(String));
  });
});

/** Returns TikTok's code for a call with an advertiser token. */
async function codeFor(token: string): Promise<number> {
  const url = `${connector().sandbox.url}/open_api/v1.3/user/info/`;
  const answer = await fetch(url, { headers: { 'access-token': token } });
  return ((await answer.json()) as { code: number }).code;
}

describe('an advertiser token that a new consent has replaced', () => {
  it('is revoked, since it never expires and only this service can end it', async () => {
    const connected = await connect();
    await connected.connectAds();
    const tokens = connector().app.get(CredentialTokens);
    const before = await connected.credentialId('advertiser');
    const old = await tokens.accessToken(before);
    expect(await codeFor(old)).toBe(0);

    await connected.connectAds();

    const after = await connected.credentialId('advertiser');
    await eventually(isGone(before));
    expect(await codeFor(old)).toBe(40105);
    expect(await codeFor(await tokens.accessToken(after))).toBe(0);
    expect((await connected.api.get<PageBody<unknown>>('/api/ad-accounts')).body.items).toHaveLength(2);
  });

  it('is revoked after a kill between the consent and the revoke', async () => {
    const connected = await connect();
    await connected.connectAds();
    const before = await connected.credentialId('advertiser');
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/oauth2/revoke_token/',
      kind: 'reset',
      times: 1,
    });

    await connected.connectAds();

    await eventually(isGone(before));
  });
});

describe('a credential that a purge has left behind', () => {
  it('is deleted', async () => {
    const connected = await connect();
    const id = await connected.credentialId('account');
    await query('UPDATE integrations SET account_credential_id = NULL WHERE id = $1', [
      connected.integrationId,
    ]);
    await query(`UPDATE credentials SET rejected_at = now(), due_at = now() WHERE id = $1`, [id]);
    await eventually(isGone(id));
  });
});

describe('disconnecting an account whose encryption key is lost', () => {
  it('deletes its data', async () => {
    const { api, integrationId } = await connector().tenant();
    const record = ['v1', 'lost', 'AAAA', 'AAAA', 'AAAA'].join('.');
    await query(
      `UPDATE credentials SET access_token = $2, refresh_token = $2
       WHERE id = (SELECT credential_id FROM integrations WHERE id = $1)`,
      [integrationId, record],
    );
    await api.post(`/api/integrations/${integrationId}/disconnect`, {});
    await eventually(async () => {
      const { body } = await api.get<PageBody<unknown>>('/api/integrations');
      return body.items.length === 0;
    });
  });
});

describe('the Business credential of an integration that expires and is reconnected', () => {
  it('is refreshed again, so that its expiry warning is sent', async () => {
    const connected = await connect();
    const id = await connected.credentialId('account');
    await connected.end('login');
    await connected.untilTold('integration_expired');
    await query('UPDATE credentials SET due_at = now() WHERE id = $1', [id]);
    await eventually(async () => (await credential(id))?.due_at === null);

    await connector().connect(connected.api, { account: connected.username });

    await eventually(async () => {
      const due = (await credential(id))?.due_at?.getTime() ?? 0;
      return due > Date.now();
    });
  });
});

describe('GET /api/ad-accounts for ad accounts that two integrations share', () => {
  it('lists all of them, however small the pages', async () => {
    const connected = await connect();
    await connected.connectAds();
    const shared = await query<{ advertiser_id: string }>(
      `WITH other AS (
         INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
         SELECT gen_random_uuid(), organisation_id, credential_id, 'another', 'active', '{}', '{}', 'tester'
         FROM integrations WHERE id = $1 RETURNING id)
       INSERT INTO ad_accounts (integration_id, advertiser_id, organisation_id, accessible, refreshed_at)
       SELECT other.id, a.advertiser_id, a.organisation_id, true, now() FROM ad_accounts a, other WHERE a.integration_id = $1
       RETURNING advertiser_id`,
      [connected.integrationId],
    );
    expect(shared).toHaveLength(2);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const path: string = `/api/ad-accounts?limit=1${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } =
        await connected.api.get<PageBody<{ advertiserId: string; integrationId: string }>>(path);
      seen.push(...body.items.map((one) => `${one.advertiserId} of ${one.integrationId}`));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });
});
