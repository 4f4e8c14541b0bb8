import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { startConnector, type RunningConnector, type Tenant } from '../../support/connector.js';
import { collectLog, type LogLine } from '../../support/log-lines.js';
import { publish, untilStatus } from '../../support/given/publications.js';
import { describeWithRedis, redisUrl } from '../../support/redis.js';
import { TcpGate } from '../../support/tcp-gate.js';

type Line = LogLine & Record<string, unknown>;

const WARN_LEVEL = 40;
const ERROR_LEVEL = 50;

let connector: RunningConnector;
let gate: TcpGate | undefined;
let lines: Line[];

/** The log lines so far with these fields. */
function linesWith(fields: object): Line[] {
  return lines.filter((line) => Object.entries(fields).every(([key, value]) => line[key] === value));
}

function until(fields: object): Promise<Line> {
  return eventually(() => linesWith(fields)[0]);
}

async function start(environment: Record<string, string> = {}): Promise<void> {
  connector = await startConnector({
    environment: { LOG_LEVEL: 'info', TIKTOK_KEEP_RATE_LIMITS: 'false', ...environment },
    databaseThrough: async (url) => (gate = await TcpGate.before(url)).url,
  });
  lines = collectLog(connector.app) as Line[];
}

async function sync({ api }: Tenant): Promise<string> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'videos',
  });
  return body.runIds[0] ?? '';
}

describe('Job log', () => {
  beforeAll(() => start(), 60_000);
  afterAll(async () => {
    await connector.stop();
    await gate?.cut();
  });
  beforeEach(() => void lines.splice(0));
  afterEach(() => connector.sandbox.clearFaults());

  it('has one line per finished job, with the facts that support needs', async () => {
    const tenant = await connector.tenant({ videos: 3 });
    const { organisationId, integrationId } = tenant;
    const runId = await sync(tenant);

    const line = await until({ work: 'sync', runId });

    expect(line).toMatchObject({
      msg: 'job sync done',
      organisationId,
      integrationId,
      outcome: 'done',
      status: 'succeeded',
      syncType: 'videos',
      items: 3,
      attempts: 1,
      durationMs: expect.any(Number),
      tiktokPath: '/v2/video/list/',
      tiktokLogId: expect.stringMatching(/^\d{14}[0-9A-F]{20}$/),
    });
    expect(linesWith({ runId })).toHaveLength(1);
  });

  it('follows a post until it is public', async () => {
    const { api, organisationId, integrationId } = await connector.tenant();
    const publicationId = await publish(api);
    await untilStatus(api, publicationId, 'public');

    const begun = await until({ work: 'publish', publicationId });
    expect(begun).toMatchObject({ organisationId, integrationId, outcome: 'done', status: 'processing' });
    const shown = await eventually(() =>
      linesWith({ publicationId }).find((line) => [line.status, line.publicationStatus].includes('public')),
    );
    expect(shown).toMatchObject({ outcome: 'done', durationMs: expect.any(Number) });
  });

  it('warns about a failed post, with the code', async () => {
    const { api, username } = await connector.tenant();
    await connector.sandbox.control(`/accounts/${username}`, { failPostsWith: 'spam_risk' });
    const publicationId = await publish(api);
    await untilStatus(api, publicationId, 'failed');

    const line = await eventually(() =>
      linesWith({ publicationId }).find((one) => [one.status, one.publicationStatus].includes('failed')),
    );
    expect(line).toMatchObject({ level: WARN_LEVEL, failCode: 'spam_risk', outcome: 'done' });
  });

  it('warns once per attempt of a job that TikTok limits', async () => {
    const tenant = await connector.tenant({ videos: 3 });
    await connector.sandbox.fault({ match: 'POST /v2/oauth/token/', kind: 'http500_html' });
    await connector.sandbox.control('/tokens/expire', { account: tenant.username, kind: 'access' });
    const runId = await sync(tenant);

    const line = await until({ runId, attempts: 3 });

    expect(line).toMatchObject({
      level: WARN_LEVEL,
      outcome: 'retried',
      retryInSeconds: expect.any(Number),
      reason: expect.stringContaining('/v2/oauth/token/'),
    });
    const troubles = lines.filter(({ level }) => level >= WARN_LEVEL);
    expect(troubles.filter((one) => one.runId === runId)).toHaveLength(3);
    expect(troubles.filter((one) => one.runId !== runId && one.work !== 'token')).toMatchObject([
      { outage: 'begun', dependency: expect.stringContaining('/v2/oauth/token/') },
    ]);
  });

  it('logs an outage of TikTok once, and its end once', async () => {
    const tenant = await connector.tenant({ videos: 3 });
    await connector.sandbox.fault({ match: 'POST /v2/video/list/', kind: 'http500_html', times: 6 });
    const runId = await sync(tenant);
    await eventually(async () => {
      await connector.hurry('sync');
      return linesWith({ runId, outcome: 'done' })[0];
    });

    const about = await eventually(() => {
      const found = lines.filter(({ dependency }) => String(dependency).endsWith('/v2/video/list/)'));
      return found.some(({ outage }) => outage === 'recovered') && found;
    });
    expect(about).toMatchObject([
      { level: WARN_LEVEL, outage: 'begun', reason: expect.stringContaining('HTTP 500') },
      { outage: 'recovered', outageMs: expect.any(Number) },
    ]);
  });

  it('logs an outage of PostgreSQL once, and its end once', async () => {
    // A pending refresh of an earlier test would log its own error.
    for (const table of ['sync_runs', 'credentials'])
      await connector.database.query(`UPDATE ${table} SET due_at = NULL`);
    const refreshing = 'SELECT id FROM credentials WHERE refresh_lease_until > now()';
    await eventually(async () => (await connector.database.query(refreshing)).length === 0);
    await gate?.cut();
    await until({ outage: 'begun', dependency: 'PostgreSQL' });
    // Long enough for several reconciliations.
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    await gate?.restore();
    const line = await until({ outage: 'recovered', dependency: 'PostgreSQL' });

    expect(line.outageMs).toBeGreaterThan(3_000);
    expect(linesWith({ dependency: 'PostgreSQL' })).toHaveLength(2);
    expect(lines.filter(({ level }) => level >= ERROR_LEVEL)).toEqual([]);
    expect(lines.filter(({ msg }) => msg?.includes('looking for due work'))).toEqual([]);
  });

  it('logs an unexpected error of a job with its stack, and retries the job', async () => {
    const tenant = await connector.tenant({ videos: 3 });
    await connector.database.query('ALTER TABLE social_activity RENAME TO away');
    const runId = await sync(tenant);

    expect(await until({ runId })).toMatchObject({
      level: ERROR_LEVEL,
      work: 'sync',
      organisationId: tenant.organisationId,
      integrationId: tenant.integrationId,
      outcome: 'failed',
      attempts: 1,
      err: { type: expect.any(String), stack: expect.stringContaining('    at ') },
    });
    await connector.database.query('ALTER TABLE away RENAME TO social_activity');
    expect(await until({ runId, outcome: 'done' })).toMatchObject({ status: 'succeeded' });
  });
});

describeWithRedis('Job log with Redis', () => {
  let redis: TcpGate;
  beforeAll(async () => {
    redis = await TcpGate.before(`${redisUrl().replace(/\/\d*$/, '')}/${randomInt(1, 16)}`);
    await start({ REDIS_URL: redis.url });
  }, 60_000);
  afterAll(async () => {
    await connector.stop();
    await redis.cut();
    await gate?.cut();
  });

  it('logs an outage of Redis once, and its end once', async () => {
    await redis.cut();
    await until({ outage: 'begun', dependency: 'Redis' });
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    await redis.restore();
    const line = await until({ outage: 'recovered', dependency: 'Redis' });

    expect(line.outageMs).toBeGreaterThan(3_000);
    expect(linesWith({ dependency: 'Redis' })).toHaveLength(2);
    expect(lines.filter(({ msg }) => msg?.startsWith('Redis:'))).toEqual([]);
  });
});
