import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import { Jobs } from '../../../src/jobs/index.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { TOKEN } from '../../support/sandbox-control.js';

// No webhooks: the service learns everything from TikTok's answers.
const connector = useConnector({ webhooks: false, environment: { RATE_LIMIT_WRITES: '0' } });
const LATER_CALLS = 500;
const VIDEOS = { platform: 'tiktok', syncType: 'videos' };

interface Notification {
  id: string;
  kind: string;
  subject: { id: string };
}

/** Connects one TikTok account to two organisations. */
let first: Tenant;
let second: ApiClient;
let both: ApiClient[];
let credentialId: string;
let tokenCallsBefore: number;

beforeEach(async () => {
  first = await connector().tenant({ videos: 2 });
  second = connector().api();
  await connector().connect(second, { account: first.username });
  both = [first.api, second];
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    first.integrationId,
  ]);
  credentialId = row?.id ?? '';
  await eventually(isQuiet);
  tokenCallsBefore = await connector().sandbox.calls(TOKEN);
});
afterEach(() => connector().sandbox.clearFaults());

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);
const accessToken = () => connector().app.get(CredentialTokens).accessToken(credentialId);
const tokenCalls = async () => (await connector().sandbox.calls(TOKEN)) - tokenCallsBefore;

/** Expires the access token in our record, and ends any cool-down. */
function expire(): Promise<unknown> {
  return query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL WHERE id = $1`,
    [credentialId],
  );
}

/** Makes TikTok reject all of its tokens. */
const endAtTikTok = () =>
  connector().sandbox.control('/tokens/expire', { account: first.username, kind: 'all' });

/** Waits until no work is due for the account's integrations. */
async function isQuiet(): Promise<boolean> {
  const rows = await query(
    'SELECT 1 FROM integrations WHERE credential_id = $1 AND (due_at IS NOT NULL OR lease_until > now())',
    [credentialId],
  );
  return rows.length === 0;
}

async function statusOf(api: ApiClient): Promise<string | undefined> {
  return (await api.get<PageBody<{ status: string }>>('/api/integrations')).body.items[0]?.status;
}

async function statuses(): Promise<(string | undefined)[]> {
  return await Promise.all(both.map(statusOf));
}

/** Returns the notifications that each of the two got of its integration's end. */
async function notified(): Promise<Notification[][]> {
  return await Promise.all(
    both.map(async (api) => {
      const { body } = await api.get<PageBody<Notification>>('/api/notifications');
      return body.items.filter(({ kind }) => kind === 'integration_expired');
    }),
  );
}

async function untilNotified(): Promise<Notification[][]> {
  return await eventually(async () => {
    const all = await notified();
    return all.every((one) => one.length > 0) && (await isQuiet()) && all;
  });
}

/** Half of the callers want a token, half want a sync. */
async function laterCalls(): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  const count = (outcome: string) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);
  for (let n = 0; n < LATER_CALLS; n += 20) {
    await Promise.all(
      Array.from({ length: 10 }, async (_, at) => {
        const api = both[at % 2] as ApiClient;
        await accessToken().then(
          () => count('a token'),
          (error: { code: string }) => count(`refused: ${error.code}`),
        );
        count(`answered ${(await api.post('/api/sync/trigger', VIDEOS)).status}`);
      }),
    );
  }
  return outcomes;
}

describe('an account that TikTok rejects permanently', () => {
  it('expires for both organisations with one notification each, and 500 later calls cost nothing', async () => {
    await endAtTikTok();
    await expire();

    await expect(accessToken()).rejects.toThrow('Connect the account again');

    const notices = await untilNotified();
    expect(notices.map((one) => one.length)).toEqual([1, 1]);
    expect(notices[0]?.[0]?.subject.id).toBe(first.integrationId);
    expect(notices[1]?.[0]?.subject.id).not.toBe(first.integrationId);
    expect(await statuses()).toEqual(['expired', 'expired']);
    const calls = await tokenCalls();
    expect(calls).toBe(1);

    const outcomes = await laterCalls();

    expect(outcomes).toEqual({
      'refused: reconnect_needed': LATER_CALLS / 2,
      'answered 409': LATER_CALLS / 2,
    });
    await eventually(isQuiet);
    expect(await tokenCalls()).toBe(calls);
    expect((await notified()).map((one) => one.length)).toEqual([1, 1]);
    expect(await statuses()).toEqual(['expired', 'expired']);
  });

  it('is discovered by a scheduled sync, and notified once', async () => {
    await endAtTikTok();

    await Promise.all(both.map((api) => api.post('/api/sync/trigger', VIDEOS)));

    expect((await untilNotified()).map((one) => one.length)).toEqual([1, 1]);
    expect(await tokenCalls()).toBe(1);
  });

  it('is notified again when it ends after a reconnect', async () => {
    await endAtTikTok();
    await expire();
    await accessToken().catch(() => undefined);
    await untilNotified();
    await connector().connect(first.api, { account: first.username });
    await eventually(async () => (await isQuiet()) && (await statusOf(second)) === 'active');

    await endAtTikTok();
    await expire();
    await accessToken().catch(() => undefined);

    await eventually(async () => (await notified()).every((one) => one.length === 2));
    await eventually(isQuiet);
    expect((await notified()).map((one) => one.length)).toEqual([2, 2]);
  });
});

describe('a refresh that fails for another reason', () => {
  it.each([
    ['an HTML page', { kind: 'http500_html' }],
    ['an HTML page with 403', { kind: 'http500_html', status: 403 }],
    ['an empty response', { kind: 'empty_body' }],
    ['a connection reset', { kind: 'reset' }],
    ['a truncated response', { kind: 'reset_mid_body' }],
    ['a rate limit', { kind: 'rate_limited' }],
    ['server_error inside 200', { kind: 'error_code', code: 'server_error', status: 200 }],
    ['invalid_client inside 200', { kind: 'error_code', code: 'invalid_client', status: 200 }],
    ['an unknown code inside 200', { kind: 'error_code', code: 'mystery', status: 200 }],
  ])('changes no status and sends no notification (%s)', async (_what, fault) => {
    await expire();
    await connector().sandbox.fault({ match: TOKEN, ...fault });

    for (let attempt = 0; attempt < 5; attempt += 1) {
      await query('UPDATE credentials SET refresh_retry_at = NULL WHERE id = $1', [credentialId]);
      await expect(accessToken()).rejects.toThrow();
    }
    await Promise.all(both.map((api) => api.post('/api/sync/trigger', VIDEOS)));
    await query('UPDATE credentials SET due_at = now(), refresh_retry_at = NULL WHERE id = $1', [
      credentialId,
    ]);
    await connector().app.get(Jobs).wake('token', credentialId);
    await eventually(async () => (await tokenCalls()) >= 6);

    await eventually(isQuiet);
    expect(await statuses()).toEqual(['active', 'active']);
    expect(await notified()).toEqual([[], []]);
    const [row] = await query('SELECT rejected_at FROM credentials WHERE id = $1', [credentialId]);
    expect(row).toEqual({ rejected_at: null });
  });
});

/** Starts a refresh that TikTok answers slowly. @returns once TikTok has been asked */
async function slowRefresh(): Promise<Promise<PromiseSettledResult<string>[]>[]> {
  await expire();
  await connector().sandbox.control('/faults', { match: TOKEN, kind: 'slow', ms: 700, times: 1 });
  const waiting = Promise.allSettled(Array.from({ length: 5 }, accessToken));
  await eventually(async () => {
    const { faults } = await connector().sandbox.read<{ faults: { struck: number }[] }>('/faults');
    return faults.some(({ struck }) => struck > 0);
  });
  // In a list, since an async function would await a promise that it returns.
  return [waiting];
}

async function disconnect(api: ApiClient): Promise<void> {
  const { body } = await api.get<PageBody<{ id: string }>>('/api/integrations');
  const answer = await api.post(`/api/integrations/${body.items[0]?.id ?? ''}/disconnect`, {});
  expect(answer.status).toBe(202);
}

const isGone = async (api: ApiClient) => (await statusOf(api)) === undefined;
const journalled = () =>
  readdir(path.join(connector().config.dataDir, 'token-journal')).catch(() => [] as string[]);
const credentials = () => query('SELECT 1 FROM credentials WHERE id = $1', [credentialId]);

async function consentsAtTikTok(): Promise<number | undefined> {
  const { accounts } = await connector().sandbox.read<{
    accounts: { username: string; tokens: unknown[] }[];
  }>('/state');
  return accounts.find(({ username }) => username === first.username)?.tokens.length;
}

describe('an organisation that disconnects during a refresh', () => {
  it('is purged, and the other organisation with the same account keeps working', async () => {
    const [waiting] = await slowRefresh();

    await disconnect(first.api);
    const callers = await waiting;

    expect(callers?.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
    await eventually(() => isGone(first.api));
    expect(await tokenCalls()).toBe(1);
    expect(await journalled()).toEqual([]);
    expect(await statusOf(second)).toBe('active');
    expect(await connector().sandbox.calls('POST /v2/oauth/revoke/')).toBe(0);
    await second.post('/api/sync/trigger', VIDEOS);
    await eventually(
      async () =>
        (await second.get<PageBody<unknown>>('/api/social-activity/videos')).body.items.length === 2,
    );
    await expire();
    await expect(accessToken()).resolves.toEqual(expect.any(String));
    expect((await notified()).flat()).toEqual([]);
  });

  it('is purged with its tokens when it was the last, and TikTok knows no consent any longer', async () => {
    await disconnect(second);
    await eventually(() => isGone(second));
    const [waiting] = await slowRefresh();

    await disconnect(first.api);
    const callers = await waiting;

    // Each caller gets a token or a plain rejection, and no unhandled error.
    for (const one of callers ?? []) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: expect.any(String) });
    }
    await eventually(async () => (await isGone(first.api)) && (await credentials()).length === 0);
    expect(await journalled()).toEqual([]);
    expect(await consentsAtTikTok()).toBe(0);
    await expect(accessToken()).rejects.toMatchObject({ code: 'credential_gone' });
    const ready = await connector().anonymous.get('/health/ready');
    expect(ready.status).toBe(200);
  });

  it('is purged with an expired access token, and TikTok knows no consent any longer', async () => {
    await disconnect(second);
    await eventually(() => isGone(second));
    await connector().sandbox.control('/tokens/expire', { account: first.username, kind: 'access' });
    const [waiting] = await slowRefresh();

    await disconnect(first.api);
    await waiting;

    await eventually(async () => (await isGone(first.api)) && (await credentials()).length === 0);
    expect(await consentsAtTikTok()).toBe(0);
  });
});
