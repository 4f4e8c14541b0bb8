import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentToken } from '../../../src/auth/index.js';
import { ApiClient, type PageBody } from '../../support/api-client.js';
import { follow } from '../../support/given/consent.js';
import { dumpOf } from '../../support/database-dump.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { callbackOf } from '../../support/given/family-consent.js';
import { reservePort } from '../../support/free-port.js';
import { until } from '../../support/harness/until.js';
import { begin, publish, untilStatus } from '../../support/given/publications.js';
import { monitorRedis } from '../../support/redis-monitor.js';
import { CHUNK, SandboxControl, TOKEN } from '../../support/sandbox-control.js';
import { leaks, secretsOf, type Secret } from '../../support/secrets-seen.js';
import { buildService } from '../../support/harness/build-service.js';
import { ServiceProcess } from '../../support/harness/service-process.js';
import { WireTap } from '../../support/wire-tap.js';
import { writtenFiles } from '../../support/written-files.js';

// One run through everything that handles a secret, on a service that logs all it can.
const RUN_TAKES_MS = 240_000;
const VIDEOS = { platform: 'tiktok', syncType: 'videos' };
const JWT = { secret: randomUUID().repeat(2), issuer: 'tiktok-connector', audience: 'tiktok-connector' };
const ENCRYPTION_KEY = Buffer.alloc(32, randomUUID()).toString('base64');
const redisUrl = process.env.TEST_REDIS_URL;
/** Of this service's keys only: whatever else is on that Redis proves nothing. */
const REDIS_PREFIX = `canary-${randomUUID()}`;

let service: ServiceProcess;
let dataDir: string;
let sandbox: SandboxControl;
let database: TestDatabase;
let redis: Awaited<ReturnType<typeof monitorRedis>> | undefined;
/** Between the service and all who call it, and between TikTok and all who call it. */
let front: WireTap;
let tikTok: WireTap;
const callers: Secret[] = [];
const dumps: string[] = [];
const files: string[] = [];
/** Of rows whose work went by way of the queue. */
const syncRunIds: string[] = [];
let exitCode: number | null;

const query = <Row>(sql: string, parameters: unknown[] = []) => database.query<Row>(sql, parameters);

function newApi(): ApiClient {
  const organisationId = `org-${randomUUID()}`;
  const claims = { organisationIds: [organisationId], userId: 'tester', role: 'admin' as const };
  const token = developmentToken(JWT, claims);
  // What proves it is the signature.
  callers.push({ kind: 'caller', value: token.split('.')[2] ?? '' });
  return new ApiClient(front.url, undefined, { orgid: organisationId, authorization: `Bearer ${token}` });
}

async function items<Item = Record<string, unknown>>(api: ApiClient, route: string): Promise<Item[]> {
  return (await api.get<PageBody<Item>>(route)).body.items;
}

async function takeSnapshot(): Promise<void> {
  dumps.push(await dumpOf(database));
  files.push(await writtenFiles(service.dataDir));
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'connector-canary-'));
  [front, tikTok, database] = await Promise.all([
    WireTap.start(),
    WireTap.start(),
    createDatabase(),
    buildService(),
  ]);
  const webhookUrl = `${front.url}/connect/webhook/tiktok`;
  const business = { appLevel: 'ultimate' as const };
  sandbox = await SandboxControl.start({ webhookUrl, processingMs: 50, moderationMs: 100, business });
  redis = redisUrl ? await monitorRedis(redisUrl) : undefined;
  const port = await reservePort();
  front.target = `http://127.0.0.1:${port}`;
  tikTok.target = sandbox.url;
  const variables = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'trace',
    PUBLIC_URL: front.url,
    DATABASE_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    JWT_SECRET: JWT.secret,
    TOKEN_ENCRYPTION_KEYS: `test:${ENCRYPTION_KEY}`,
    TIKTOK_CLIENT_KEY: 'sandbox-client-key',
    TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
    TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
    TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
    TIKTOK_BUSINESS_TIER: 'ultimate',
    TIKTOK_AUTH_BASE_URL: tikTok.url,
    TIKTOK_API_BASE_URL: tikTok.url,
    TIKTOK_BUSINESS_BASE_URL: tikTok.url,
    SYNC_CRON: '0 0 1 1 *',
    ...(redisUrl && { REDIS_URL: `${redisUrl.replace(/\/\d*$/, '')}/0`, REDIS_PREFIX }),
  };
  service = await ServiceProcess.start({ port, dataDir, variables });
  const account = `user_${randomUUID().slice(0, 8)}`;
  await sandbox.control('/accounts', { username: account, videos: 3 });
  const [first, second] = [newApi(), newApi()];
  await connectEverything(first, second, account);
  await failToConnect(account);
  await publishWithTrouble(first);
  await syncAndTalk(first);
  await refreshWithTrouble(first, account);
  await expireAndReturn(first, account);
  await readEverything(first);
  await leave(first, second);
  exitCode = await service.stop();
}, RUN_TAKES_MS);

afterAll(async () => {
  await service?.stop();
  redis?.stop();
  await Promise.all([front.close(), tikTok.close()]);
  await sandbox.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Login, Business account and ad accounts of one organisation; the login of another with the same TikTok account. */
async function connectEverything(first: ApiClient, second: ApiClient, account: string): Promise<void> {
  for (const family of ['account', 'advertiser'] as const) {
    const landed = await follow((await callbackOf(family, first, account)).href);
    expect(landed.searchParams.get('status')).toBe('connected');
  }
  await follow((await callbackOf('login', second, account)).href);
  await until(async () => (await items(first, '/api/ad-accounts')).length > 0);
  expect(await items(first, '/api/integrations')).toMatchObject([
    { families: { login: true, account: true, advertiser: true } },
  ]);
  await takeSnapshot();
}

/** Consents that end in every kind of failure, with codes and states that are real. */
async function failToConnect(account: string): Promise<void> {
  const api = newApi();
  for (const kind of ['reset', 'http500_html', 'lost_response', 'reset_mid_body', 'error_code']) {
    const callback = await callbackOf('login', api, account);
    await sandbox.fault({
      match: TOKEN,
      kind,
      times: 1,
      ...(kind === 'error_code' && { code: 'invalid_grant' }),
    });
    expect((await follow(callback.href)).searchParams.get('status')).toBe('error');
  }
  await sandbox.clearFaults();
  const callback = await callbackOf('login', api, account);
  const bent = new URL(callback);
  bent.searchParams.set('state', 'unknown');
  await fetch(bent);
  await fetch(`${callback.href.replace('/callback?', '/nowhere?')}`);
  await fetch(callback, { method: 'POST', body: callback.search });
  await fetch(callback, { redirect: 'manual', headers: { authorization: 'Bearer not.a.token' } });
  await fetch(callback, { redirect: 'manual' });
  // A token of the right form, signed with another secret.
  await api
    .with({
      authorization: `Bearer ${developmentToken({ ...JWT, secret: 'x'.repeat(40) }, { organisationIds: [], userId: 'x', role: 'admin' })}`,
    })
    .get('/api/integrations');
}

async function publishWithTrouble(api: ApiClient): Promise<void> {
  const { uploadUrl } = await begin(api);
  callers.push({ kind: 'caller', value: new URL(uploadUrl).searchParams.get('signature') ?? '' });
  await untilStatus(api, await publish(api), 'public');
  await sandbox.fault({ match: CHUNK, kind: 'reset_mid_body', bytes: 1000, times: 1 });
  await untilStatus(api, await publish(api), 'public');
  await sandbox.fault({ match: CHUNK, kind: 'http500_html', status: 403, times: 1 });
  const refused = await publish(api);
  await until(async () => {
    const { body } = await api.provider<{ status: string }>('get-publish-status', { publishId: refused });
    return ['public', 'failed', 'unknown', 'uploading'].includes(body.status);
  });
  await takeSnapshot();
  await sandbox.clearFaults();
}

async function syncAndTalk(api: ApiClient): Promise<void> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', { ...VIDEOS, syncType: 'all' });
  syncRunIds.push(...body.runIds);
  const [video] = await until(async () => {
    const videos = await items<{ videoId: string }>(api, '/api/social-activity/videos');
    return videos.length > 0 && videos;
  });
  await sandbox.control('/comments', { username: 'lena.k', videoId: video?.videoId, text: 'Price?' });
  await until(async () => (await items(api, '/api/crm-inbox/conversations')).length > 0);
}

/** Refreshes of both families: wanted, rejected, troubled, and answered by TikTok while no commit is possible. */
async function refreshWithTrouble(api: ApiClient, account: string): Promise<void> {
  await sandbox.control('/tokens/expire', { account, kind: 'access' });
  await syncOnce(api);
  for (const kind of ['reset', 'http500_html']) {
    await expireRecords();
    await sandbox.fault({ match: TOKEN, kind, times: 1 });
    await api.post('/api/sync/trigger', VIDEOS);
    await until(async () => (await query('SELECT 1 FROM credentials WHERE refresh_failures > 0')).length > 0);
    await query('UPDATE credentials SET refresh_retry_at = NULL, refresh_failures = 0');
    await query('UPDATE sync_runs SET due_at = now() WHERE due_at IS NOT NULL');
    await until(async () => (await query('SELECT 1 FROM sync_runs WHERE due_at IS NOT NULL')).length === 0);
  }
  const before = await query<{ access_token: string }>(
    `SELECT access_token FROM credentials WHERE family = 'account'`,
  );
  await query(`UPDATE credentials SET due_at = now() WHERE family = 'account'`);
  await until(async () => {
    const now = await query<{ access_token: string }>(
      `SELECT access_token FROM credentials WHERE family = 'account'`,
    );
    return now[0]?.access_token !== before[0]?.access_token;
  });
  await query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is gone'; END $$`);
  await query(`
    CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE OF access_token ON credentials
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`);
  await expireRecords();
  await api.post('/api/sync/trigger', VIDEOS);
  await until(async () => (await writtenFiles(service.dataDir)).includes('.pair\n'));
  await takeSnapshot();
  await query('DROP FUNCTION refuse() CASCADE');
  await until(async () => !(await writtenFiles(service.dataDir)).includes('.pair\n'));
}

/** By our own record every access token of the login is over. */
function expireRecords(): Promise<unknown> {
  return query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL WHERE family = 'login'`,
  );
}

async function syncOnce(api: ApiClient): Promise<void> {
  await api.post('/api/sync/trigger', VIDEOS);
  await until(async () => (await items(api, '/api/sync/runs')).every(({ status }) => status === 'succeeded'));
}

async function expireAndReturn(api: ApiClient, account: string): Promise<void> {
  await sandbox.control('/tokens/revoke', { account, reason: 1 });
  const notified = async (wanted: string) =>
    (await items(api, '/api/notifications')).some(({ kind }) => kind === wanted);
  await until(async () => (await items(api, '/api/integrations')).some(({ status }) => status === 'expired'));
  await until(() => notified('integration_expired'));
  await api.post('/api/sync/trigger', VIDEOS);
  await follow((await callbackOf('login', api, account)).href);
  await until(() => notified('all_clear'));
}

/** Every list and every document that the service has. */
async function readEverything(api: ApiClient): Promise<void> {
  const { body } = await api.get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json');
  const [integration] = await items<{ id: string }>(api, '/api/integrations');
  for (const [route, { get }] of Object.entries(body.paths)) {
    // The stream has no end to wait for.
    if (!get || route.includes('stream')) continue;
    await api.get(route.replaceAll(/\{[^}]*\}/g, integration?.id ?? ''));
  }
  await takeSnapshot();
}

async function leave(...apis: ApiClient[]): Promise<void> {
  for (const api of apis) {
    for (const { id } of await items<{ id: string }>(api, '/api/integrations'))
      await api.post(`/api/integrations/${id}/disconnect`, {});
    await until(async () => (await items(api, '/api/integrations')).length === 0);
  }
  await takeSnapshot();
}

/** What TikTok has issued, what the service is configured with, and what its callers prove themselves with. */
function secrets(...without: Secret['kind'][]): Secret[] {
  const configured = [
    'sandbox-client-secret',
    'sandbox-business-secret',
    JWT.secret,
    ENCRYPTION_KEY,
    new URL(database.appUrl).password,
  ].filter(Boolean);
  return [
    ...secretsOf(tikTok.exchanges),
    ...configured.map((value) => ({ kind: 'configured' as const, value })),
    ...callers,
  ].filter(({ kind }) => !without.includes(kind));
}

/** Every answer of the service, to whomever: admin UI, browser, TikTok. */
function answers(): Record<string, string> {
  return Object.fromEntries(
    front.exchanges.map(({ path: route, status, headers, body }, at) => [
      `answer ${at} (${status}) of ${route}`,
      `${JSON.stringify(headers)}\n${body}`,
    ]),
  );
}

const count = (wanted: Secret['kind']) => secrets().filter(({ kind }) => kind === wanted).length;

describe('In a run through everything that handles a secret', () => {
  it('many secrets of every kind were issued, and the search finds each where it is', () => {
    expect(count('access token')).toBeGreaterThanOrEqual(10);
    expect(count('refresh token')).toBeGreaterThanOrEqual(10);
    expect(count('code')).toBeGreaterThanOrEqual(8);
    expect(count('state')).toBeGreaterThanOrEqual(8);
    expect(count('upload token')).toBeGreaterThanOrEqual(3);
    expect(count('configured')).toBeGreaterThanOrEqual(4);
    expect(count('caller')).toBeGreaterThanOrEqual(4);
    for (const secret of secrets()) {
      expect(leaks([secret], { here: `x${encodeURIComponent(secret.value)}x` })).toHaveLength(1);
      expect(leaks([secret], { here: Buffer.from(secret.value).toString('hex') })).toHaveLength(1);
    }
  });

  it('the service ended in good order and had logged everything it could', () => {
    expect(exitCode).toBe(0);
    expect(service.output.split('\n').length).toBeGreaterThan(100);
    expect(service.output).toContain('"level":40');
  });

  it('no secret is in the log', () => {
    expect(leaks(secrets(), { log: service.output })).toEqual([]);
  });

  it('no secret is in an answer, but for states and upload links where they are handed out', () => {
    // A state has to reach TikTok through the browser: in the address that get-auth-url answers, and in the redirect
    // from the first consent to the second. An upload link is what init-video-upload is called for.
    const handedOut = /(auth-url|init-video-upload|\/callback\/?)$/;
    const all = Object.entries(answers());
    expect(all.length).toBeGreaterThan(100);
    const elsewhere = Object.fromEntries(all.filter(([place]) => !handedOut.test(place)));
    expect(leaks(secrets(), elsewhere)).toEqual([]);
    const there = Object.fromEntries(all.filter(([place]) => handedOut.test(place)));
    expect(leaks(secrets('state', 'caller'), there)).toEqual([]);
  });

  it('no secret is in the database', () => {
    expect(dumps.join('').length).toBeGreaterThan(10_000);
    expect(leaks(secrets(), { database: dumps.join('\n') })).toEqual([]);
  });

  it('no secret is in a file of the data folder', () => {
    expect(files.join('')).toContain('.pair');
    expect(leaks(secrets(), { files: files.join('\n') })).toEqual([]);
  });

  (redisUrl ? it : it.skip)('no secret was sent to Redis', () => {
    const sent = redis?.text() ?? '';
    // Jobs hold ids of rows and nothing else: those of the accounts' syncs must be among what was seen.
    expect(sent.split(`${REDIS_PREFIX}:`).length).toBeGreaterThan(50);
    expect(syncRunIds.length).toBeGreaterThan(0);
    for (const id of syncRunIds) expect(sent).toContain(id);
    expect(leaks(secrets(), { redis: sent })).toEqual([]);
  });
});
