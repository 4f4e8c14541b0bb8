import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../sandbox/testing/eventually.js';
import { CredentialTokens } from '../../src/integrations/index.js';
import { RefreshHorizon } from '../../src/integrations/life/refresh-horizon.js';
import type { ApiClient, PageBody } from '../support/api-client.js';
import { follow, RETURN_URL } from '../support/consent.js';
import { useConnector } from '../support/connector.js';
import { approve, callbackOf } from '../support/family-consent.js';

// TikTok tells nothing by itself, and the tests consent more often in a second than a Basic app may call.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const GRANTED = 'GET /open_api/v1.3/oauth2/advertiser/get/';

type Part = 'account' | 'advertiser';

interface Notification {
  kind: string;
  title: string;
  detail: string;
  severity: string;
  affected: { kind: string; summary?: string }[];
  subject: { type: string; id: string };
  resolvedAt: string | null;
}

interface Connected {
  api: ApiClient;
  username: string;
  integrationId: string;
}

interface Details {
  status: string;
  capabilities: { capability: string; available: boolean; reason?: string; fix?: string }[];
}

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);

/** An account with its comments and insights connected, and with its ad accounts when asked for. */
async function connect(
  username = `user_${randomUUID().slice(0, 8)}`,
  api = connector().api(),
): Promise<Connected> {
  await connector()
    .sandbox.control('/accounts', { username })
    .catch(() => undefined);
  const landed = await follow((await callbackOf('account', api, username)).href);
  return { api, username, integrationId: landed.searchParams.get('integrationId') ?? '' };
}

async function connectAds({ api, integrationId, username }: Connected): Promise<void> {
  const body = { returnUrl: RETURN_URL, integrationId };
  const { authUrl } = (await api.provider<{ authUrl: string }>('get-ads-auth-url', body)).body;
  const landed = await follow((await approve(authUrl, username)).href);
  expect(landed.searchParams.get('status')).toBe('connected');
  await eventually(async () => (await api.get<PageBody<unknown>>('/api/ad-accounts')).body.items.length > 0);
}

async function credentialOf({ integrationId }: Connected, part: Part | 'login'): Promise<string> {
  const column = part === 'login' ? 'credential_id' : `${part}_credential_id`;
  const [row] = await query<{ id: string }>(`SELECT ${column} AS id FROM integrations WHERE id = $1`, [
    integrationId,
  ]);
  return row?.id ?? '';
}

/** TikTok refuses the account's Business tokens for good, and somebody needs one. */
async function endAccountConsent(connected: Connected): Promise<void> {
  await connector().sandbox.control('/business/tokens/expire', { account: connected.username, kind: 'all' });
  const credentialId = await credentialOf(connected, 'account');
  await query(
    `UPDATE credentials SET issued_at = now() - interval '25 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL WHERE id = $1`,
    [credentialId],
  );
  const token = connector().app.get(CredentialTokens).accessToken(credentialId);
  await expect(token).rejects.toMatchObject({ code: 'reconnect_needed' });
}

/** The ad accounts are looked at, as every day. */
const lookAtAdAccounts = ({ integrationId }: Connected) =>
  query('UPDATE integrations SET due_at = now() WHERE id = $1', [integrationId]);

async function isQuiet({ integrationId }: Connected): Promise<boolean> {
  const rows = await query(
    'SELECT 1 FROM integrations WHERE id = $1 AND (due_at IS NOT NULL OR lease_until > now())',
    [integrationId],
  );
  return rows.length === 0;
}

async function told({ api }: Connected, kind: string): Promise<Notification[]> {
  const { body } = await api.get<PageBody<Notification>>('/api/notifications');
  return body.items.filter((one) => one.kind === kind);
}

const untilTold = (connected: Connected, kind: string, count: number) =>
  eventually(async () => {
    const all = await told(connected, kind);
    return all.length >= count && (await isQuiet(connected)) && all;
  });

async function detailsOf({ api, integrationId }: Connected): Promise<Details> {
  return (await api.get<Details>(`/api/integrations/${integrationId}`)).body;
}

async function capability(connected: Connected, name: string) {
  return (await detailsOf(connected)).capabilities.find((one) => one.capability === name);
}

describe('Comments and insights that TikTok refuses for good', () => {
  it('are told once to every organisation with the account, by name and with the rest that goes on', async () => {
    const first = await connect();
    const second = await connect(first.username);
    await query(
      `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
       SELECT gen_random_uuid(), organisation_id, id, 'comment', '1', '2', now() FROM integrations WHERE id = $1`,
      [first.integrationId],
    );

    await endAccountConsent(first);

    const [[news, ...more], other] = [
      await untilTold(first, 'consent_ended', 1),
      await untilTold(second, 'consent_ended', 1),
    ];
    expect(more).toEqual([]);
    expect(other).toHaveLength(1);
    expect(news).toMatchObject({
      severity: 'critical',
      subject: { type: 'integration', id: first.integrationId },
      title: expect.stringMatching(/^Comments and insights of .+ on TikTok are disconnected\.$/),
      affected: [{ kind: 'conversations', summary: '1 conversation in the inbox' }],
    });
    expect(news?.detail).toContain('publishing and video figures go on');
    expect(await told(first, 'integration_expired')).toEqual([]);
    expect((await detailsOf(first)).status).toBe('active');
    expect(await capability(first, 'list_videos')).toMatchObject({ available: true });
    expect(await capability(first, 'read_comments')).toMatchObject({
      available: false,
      fix: expect.stringContaining('get-auth-url'),
    });
  });

  it('are not told again by whatever looks at the account later', async () => {
    const connected = await connect();
    await endAccountConsent(connected);
    await untilTold(connected, 'consent_ended', 1);

    await lookAtAdAccounts(connected);
    await connector().connect(connected.api, { account: connected.username });
    await eventually(() => isQuiet(connected));

    expect(await told(connected, 'consent_ended')).toHaveLength(1);
    expect(await told(connected, 'all_clear')).toEqual([]);
  });

  it('give the all-clear to all of them when one renews the consent, and are told anew when that ends', async () => {
    const first = await connect();
    const second = await connect(first.username);
    await endAccountConsent(first);
    await Promise.all([untilTold(first, 'consent_ended', 1), untilTold(second, 'consent_ended', 1)]);

    await connect(second.username, second.api);

    for (const one of [first, second]) {
      const [clear] = await untilTold(one, 'all_clear', 1);
      expect(clear?.title).toMatch(/^Comments and insights of .+ are connected again\.$/);
      expect(await told(one, 'consent_ended')).toEqual([
        expect.objectContaining({ resolvedAt: expect.any(String) }),
      ]);
      expect(await capability(one, 'read_comments')).toMatchObject({ available: true });
    }

    await endAccountConsent(first);
    expect(await untilTold(first, 'consent_ended', 2)).toHaveLength(2);
  });
});

describe('Ad accounts whose access TikTok has ended', () => {
  it('are found out when they are looked at, told once, and cost no further call', async () => {
    const connected = await connect();
    await connectAds(connected);
    await connector().sandbox.control('/business/tokens/revoke', { family: 'advertiser' });

    await lookAtAdAccounts(connected);

    const [news] = await untilTold(connected, 'consent_ended', 1);
    expect(news?.title).toMatch(/^The ad accounts of .+ on TikTok are disconnected\.$/);
    expect(news?.detail).toContain('publishing, comments and figures go on');
    expect(await capability(connected, 'ads')).toMatchObject({
      available: false,
      fix: expect.stringContaining('get-ads-auth-url'),
    });
    expect((await detailsOf(connected)).status).toBe('active');

    const calls = await connector().sandbox.calls(GRANTED);
    await lookAtAdAccounts(connected);
    await eventually(() => isQuiet(connected));
    expect(await connector().sandbox.calls(GRANTED)).toBe(calls);
    expect(await told(connected, 'consent_ended')).toHaveLength(1);
  });

  it('give the all-clear when they are connected again', async () => {
    const connected = await connect();
    await connectAds(connected);
    await connector().sandbox.control('/business/tokens/revoke', { family: 'advertiser' });
    await lookAtAdAccounts(connected);
    await untilTold(connected, 'consent_ended', 1);

    await connectAds(connected);

    const [clear, ...more] = await untilTold(connected, 'all_clear', 1);
    expect(more).toEqual([]);
    expect(clear?.title).toMatch(/^The ad accounts of .+ are connected again\.$/);
    expect(await capability(connected, 'ads')).toMatchObject({ available: true });
  });
});

/** By our record the consent ends for good in so many days. */
async function endsIn(days: number, connected: Connected, part: Part | 'login'): Promise<void> {
  const credentialId = await credentialOf(connected, part);
  await query(`UPDATE credentials SET refresh_expires_at = now() + $2 * interval '1 day' WHERE id = $1`, [
    credentialId,
    days,
  ]);
  // As at two refreshes in a row.
  for (let refresh = 0; refresh < 2; refresh += 1)
    await connector().app.get(RefreshHorizon).tell(credentialId);
}

describe('Consents that end for good soon', () => {
  it('are told once for each part and horizon, and all of it is over when they are renewed', async () => {
    const connected = await connect();
    for (const days of [29.5, 6.5, 0.5])
      for (const part of ['login', 'account'] as const) await endsIn(days, connected, part);

    const titles = (await told(connected, 'refresh_horizon')).map(({ title }) =>
      title.replace(/\d{4}-.*/, ''),
    );
    expect(titles.filter((title) => title.startsWith('The connection to '))).toHaveLength(3);
    expect(titles.filter((title) => title.startsWith('Comments and insights of '))).toHaveLength(3);
    expect(titles).toHaveLength(6);

    await connect(connected.username, connected.api);

    const clear = await untilTold(connected, 'all_clear', 2);
    expect(clear.map(({ title }) => title.split(' ')[0]).toSorted()).toEqual(['Comments', 'The']);
    const open = (await told(connected, 'refresh_horizon')).filter(({ resolvedAt }) => resolvedAt === null);
    expect(open).toEqual([]);
  });
});
