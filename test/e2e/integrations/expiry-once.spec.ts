import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import { Jobs } from '../../../src/jobs/index.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { TOKEN } from '../../support/sandbox-control.js';

// TikTok tells nothing by itself: what is known comes from its answers.
const connector = useConnector({ webhooks: false, environment: { RATE_LIMIT_WRITES: '0' } });
const LATER_CALLS = 500;
const VIDEOS = { platform: 'tiktok', syncType: 'videos' };

interface Notification {
  id: string;
  kind: string;
  subject: { id: string };
}

/** One TikTok account, connected by two organisations. */
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

/** By our own record the access token is over, and TikTok may be asked at once. */
function expire(): Promise<unknown> {
  return query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL WHERE id = $1`,
    [credentialId],
  );
}

/** TikTok does not take any of its tokens any more. */
const endAtTikTok = () =>
  connector().sandbox.control('/tokens/expire', { account: first.username, kind: 'all' });

/** Nothing is left to do for the account's integrations. */
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

/** What each of the two was told of its integration's end. */
async function told(): Promise<Notification[][]> {
  return await Promise.all(
    both.map(async (api) => {
      const { body } = await api.get<PageBody<Notification>>('/api/notifications');
      return body.items.filter(({ kind }) => kind === 'integration_expired');
    }),
  );
}

async function untilTold(): Promise<Notification[][]> {
  return await eventually(async () => {
    const all = await told();
    return all.every((one) => one.length > 0) && (await isQuiet()) && all;
  });
}

/** Half of them want a token, half want a sync. */
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

describe('An account that TikTok refuses for good', () => {
  it('expires for both organisations, each is told once, and five hundred later calls cost nothing', async () => {
    await endAtTikTok();
    await expire();

    await expect(accessToken()).rejects.toThrow('Connect the account again');

    const news = await untilTold();
    expect(news.map((one) => one.length)).toEqual([1, 1]);
    expect(news[0]?.[0]?.subject.id).toBe(first.integrationId);
    expect(news[1]?.[0]?.subject.id).not.toBe(first.integrationId);
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
    expect((await told()).map((one) => one.length)).toEqual([1, 1]);
    expect(await statuses()).toEqual(['expired', 'expired']);
  });

  it('is found out by a sync that nobody watches, and told once', async () => {
    await endAtTikTok();

    await Promise.all(both.map((api) => api.post('/api/sync/trigger', VIDEOS)));

    expect((await untilTold()).map((one) => one.length)).toEqual([1, 1]);
    expect(await tokenCalls()).toBe(1);
  });

  it('is told once more when it was connected again and ends again', async () => {
    await endAtTikTok();
    await expire();
    await accessToken().catch(() => undefined);
    await untilTold();
    await connector().connect(first.api, { account: first.username });
    await eventually(async () => (await isQuiet()) && (await statusOf(second)) === 'active');

    await endAtTikTok();
    await expire();
    await accessToken().catch(() => undefined);

    await eventually(async () => (await told()).every((one) => one.length === 2));
    await eventually(isQuiet);
    expect((await told()).map((one) => one.length)).toEqual([2, 2]);
  });
});

describe('Trouble on the way to TikTok', () => {
  it.each([
    ['a page instead of an answer', { kind: 'http500_html' }],
    ['a page with 403', { kind: 'http500_html', status: 403 }],
    ['an empty answer', { kind: 'empty_body' }],
    ['a connection that breaks', { kind: 'reset' }],
    ['an answer that breaks off', { kind: 'reset_mid_body' }],
    ['a limit', { kind: 'rate_limited' }],
    ['an error of the server inside 200', { kind: 'error_code', code: 'server_error', status: 200 }],
    ['a client that is unknown inside 200', { kind: 'error_code', code: 'invalid_client', status: 200 }],
    ['a code that nobody knows inside 200', { kind: 'error_code', code: 'mystery', status: 200 }],
  ])('(%s) changes no status and tells nobody', async (_what, fault) => {
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
    expect(await told()).toEqual([[], []]);
    const [row] = await query('SELECT rejected_at FROM credentials WHERE id = $1', [credentialId]);
    expect(row).toEqual({ rejected_at: null });
  });
});

/** TikTok takes its time, and somebody waits for the token. @returns once TikTok has been asked */
async function slowRefresh(): Promise<Promise<PromiseSettledResult<string>[]>[]> {
  await expire();
  await connector().sandbox.control('/faults', { match: TOKEN, kind: 'slow', ms: 700, times: 1 });
  const waiting = Promise.allSettled(Array.from({ length: 5 }, accessToken));
  await eventually(async () => {
    const { faults } = await connector().sandbox.read<{ faults: { struck: number }[] }>('/faults');
    return faults.some(({ struck }) => struck > 0);
  });
  // Inside a list: a promise that an async function returns would be awaited.
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

describe('An organisation that disconnects in the middle of a refresh', () => {
  it('goes, and leaves the other one with the same account working', async () => {
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
    expect((await told()).flat()).toEqual([]);
  });

  it('goes with its tokens when it was the last, and leaves TikTok without a consent', async () => {
    await disconnect(second);
    await eventually(() => isGone(second));
    const [waiting] = await slowRefresh();

    await disconnect(first.api);
    const callers = await waiting;

    // Each caller has a token or a plain refusal; nothing is thrown past them.
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

  it('goes also with an access token that is over, and still leaves TikTok without a consent', async () => {
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
