import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { ExpiryWarning } from '../../../src/integrations/lifecycle/expiry-warning.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';
import { useConnector } from '../../support/connector.js';

// No webhooks, and the tests give more consents per second than a Basic app may call.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const GRANTED = 'GET /open_api/v1.3/oauth2/advertiser/get/';

interface Details {
  status: string;
  capabilities: { capability: string; available: boolean; reason?: string; fix?: string }[];
}

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);

const connect = (same?: ConnectedParts) => ConnectedParts.connect(connector(), same);

async function detailsOf({ api, integrationId }: ConnectedParts): Promise<Details> {
  return (await api.get<Details>(`/api/integrations/${integrationId}`)).body;
}

async function capability(connected: ConnectedParts, name: string) {
  return (await detailsOf(connected)).capabilities.find((one) => one.capability === name);
}

describe('a Business consent that TikTok rejects permanently', () => {
  it('notifies every organisation once, naming the account and what continues', async () => {
    const first = await connect();
    const second = await connect(first);
    await query(
      `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
       SELECT gen_random_uuid(), organisation_id, id, 'comment', '1', '2', now() FROM integrations WHERE id = $1`,
      [first.integrationId],
    );

    await first.end('account');

    const [[notice, ...more], other] = [
      await first.untilTold('consent_ended'),
      await second.untilTold('consent_ended'),
    ];
    expect(more).toEqual([]);
    expect(other).toHaveLength(1);
    expect(notice).toMatchObject({
      severity: 'critical',
      subject: { type: 'integration', id: first.integrationId },
      title: `@${first.username}: comments and insights stopped`,
      affected: [{ kind: 'conversations', summary: '1 conversation in the inbox' }],
    });
    expect(notice?.detail).toContain('Publishing and video figures continue');
    expect(await first.notifications('integration_expired')).toEqual([]);
    expect((await detailsOf(first)).status).toBe('active');
    expect(await capability(first, 'list_videos')).toMatchObject({ available: true });
    expect(await capability(first, 'read_comments')).toMatchObject({
      available: false,
      fixCall: 'get-auth-url',
    });
  });

  it('is not notified again by later work on the account', async () => {
    const connected = await connect();
    await connected.end('account');
    await connected.untilTold('consent_ended');

    await connected.lookAtAdAccounts();
    await connector().connect(connected.api, { account: connected.username });
    await eventually(() => connected.isQuiet());

    expect(await connected.notifications('consent_ended')).toHaveLength(1);
    expect(await connected.notifications('all_clear')).toEqual([]);
  });

  it('sends the all-clear to all when one organisation reconnects, and notifies again when it ends again', async () => {
    const first = await connect();
    const second = await connect(first);
    await first.end('account');
    await Promise.all([first.untilTold('consent_ended'), second.untilTold('consent_ended')]);

    await second.reconnect();

    for (const one of [first, second]) {
      const [clear] = await one.untilTold('all_clear');
      expect(clear?.title).toBe(`@${one.username}: comments and insights are back`);
      expect(await one.notifications('consent_ended')).toEqual([
        expect.objectContaining({ resolvedAt: expect.any(String) }),
      ]);
      expect(await capability(one, 'read_comments')).toMatchObject({ available: true });
    }

    await first.end('account');
    expect(await first.untilTold('consent_ended', 2)).toHaveLength(2);
  });
});

describe('an advertiser consent that TikTok has ended', () => {
  it('is discovered by the next use, notified once, and costs no further call', async () => {
    const connected = await connect();
    await connected.connectAds();
    await connected.endAds();

    const [notice] = await connected.untilTold('consent_ended');
    expect(notice?.title).toBe(`@${connected.username}: ad accounts disconnected`);
    expect(notice?.detail).toContain('Publishing, comments and figures continue');
    expect(await capability(connected, 'ads')).toMatchObject({
      available: false,
      fixCall: 'get-ads-auth-url',
    });
    expect((await detailsOf(connected)).status).toBe('active');

    const calls = await connector().sandbox.calls(GRANTED);
    await connected.lookAtAdAccounts();
    await eventually(() => connected.isQuiet());
    expect(await connector().sandbox.calls(GRANTED)).toBe(calls);
    expect(await connected.notifications('consent_ended')).toHaveLength(1);
  });

  it('sends the all-clear after a reconnect', async () => {
    const connected = await connect();
    await connected.connectAds();
    await connected.endAds();
    await connected.untilTold('consent_ended');

    await connected.connectAds();

    const [clear, ...more] = await connected.untilTold('all_clear');
    expect(more).toEqual([]);
    expect(clear?.title).toBe(`@${connected.username}: ad accounts work again`);
    expect(await capability(connected, 'ads')).toMatchObject({ available: true });
  });
});

/** Sets our record of the consent's expiry to this many days ahead. */
async function endsIn(days: number, connected: ConnectedParts, part: 'login' | 'account'): Promise<void> {
  const credentialId = await connected.credentialId(part);
  await query(`UPDATE credentials SET refresh_expires_at = now() + $2 * interval '1 day' WHERE id = $1`, [
    credentialId,
    days,
  ]);
  // As after two refreshes in a row.
  for (let refresh = 0; refresh < 2; refresh += 1)
    await connector().app.get(ExpiryWarning).check(credentialId);
}

describe('the expiry warning', () => {
  it('is sent once per family and threshold, and is resolved by a reconnect', async () => {
    const connected = await connect();
    for (const days of [29.5, 6.5, 0.5])
      for (const part of ['login', 'account'] as const) await endsIn(days, connected, part);

    const titles = (await connected.notifications('refresh_horizon')).map(({ title }) =>
      title.replace(/\d{4}-.*/, ''),
    );
    expect(titles.filter((title) => title.includes('TikTok access ends'))).toHaveLength(3);
    expect(titles.filter((title) => title.includes('comments end'))).toHaveLength(3);
    expect(titles).toHaveLength(6);

    await connected.reconnect();

    const clear = await connected.untilTold('all_clear', 2);
    expect(clear.map(({ title }) => title.split(': ')[1]).toSorted()).toEqual([
      'TikTok connection works again',
      'comments and insights are back',
    ]);
    const open = (await connected.notifications('refresh_horizon')).filter(
      ({ resolvedAt }) => resolvedAt === null,
    );
    expect(open).toEqual([]);
  });
});
