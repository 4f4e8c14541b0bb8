import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../support/api-client.js';
import { reservePort } from '../support/free-port.js';
import { connectAccount } from '../support/given/consent.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness } from '../support/harness/crash-harness.js';
import type { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';

const MINUTES = 60_000;
const LIST = '/v2/video/list/';
const ACCOUNTS = 5;
const ROUNDS = 20;
// More than one batch of rows, so that a run can be killed between two.
const VIDEOS = 1_500;
const PAGES = VIDEOS / 20;
const TAKEN_OVER_WITHIN_MS = 60_000;

interface Run {
  id: string;
  status: string;
  items: number;
}

interface Video {
  videoId: string;
  caption: string;
  views: number;
}

interface Tenant {
  organisationId: string;
  integrationId: string;
}

let harness: CrashHarness;
beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open({
    // Every process looks for due syncs each second.
    environment: { SYNC_CRON: '* * * * * *' },
    work: ['sync_runs'],
  });
}, 5 * MINUTES);
afterAll(() => harness.close());

const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  harness.database.query<Row>(sql, values);
const another = async () => harness.prepare(await reservePort()).ready();
const apiOf = (tenant: Tenant, service: { url: string }) =>
  harness.api({ organisationId: tenant.organisationId, username: '' }, service);

async function connect(service: ServiceProcess, username: string): Promise<Tenant> {
  const organisationId = `org-${randomUUID()}`;
  const landed = await connectAccount(harness.api({ organisationId, username }, service), {
    account: username,
  });
  return { organisationId, integrationId: landed.searchParams.get('integrationId') ?? '' };
}

async function newAccount(videos: number): Promise<string> {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await harness.sandbox.control('/accounts', { username, videos });
  return username;
}

/** Plans nothing for an account once its first syncs are over. */
async function quiet({ integrationId }: Tenant): Promise<void> {
  const open = `SELECT 1 FROM sync_runs WHERE integration_id = $1 AND status IN ('queued', 'running')`;
  const ended = 'SELECT 1 FROM sync_runs WHERE integration_id = $1 AND finished_at IS NOT NULL';
  await until(
    async () =>
      (await query(ended, [integrationId])).length >= 2 && (await query(open, [integrationId])).length === 0,
  );
  await query(`UPDATE sync_schedules SET due_at = 'infinity' WHERE integration_id = $1`, [integrationId]);
}

async function trigger(api: ApiClient): Promise<string> {
  const { body } = await api.post<{ runIds: [string] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'videos',
  });
  return body.runIds[0];
}

const runOf = async (api: ApiClient, id: string) => (await api.get<Run>(`/api/sync/runs/${id}`)).body;

async function succeeded(api: ApiClient, id: string): Promise<Run> {
  return await until(async () => {
    const run = await runOf(api, id);
    return !['queued', 'running'].includes(run.status) && run;
  });
}

async function videosOf(api: ApiClient): Promise<Map<string, Video>> {
  const videos = (await api.all<Video>('/api/social-activity/videos', 200)).flat();
  return new Map(videos.map((video) => [video.videoId, video]));
}

/** Begins a run, and waits until its process has saved a batch and asks for the next page, which gets no answer. */
async function stopBetweenBatches(api: ApiClient): Promise<string> {
  await harness.sandbox.fault({ match: `POST ${LIST}`, kind: 'slow', ms: 150, times: PAGES });
  const id = await trigger(api);
  await until(async () => (await runOf(api, id)).items > 0);
  await harness.gate.stopAt({ path: LIST, moment: 'request' });
  return id;
}

async function endedAt(ids: string[], slot: Date): Promise<number> {
  const sql = `SELECT 1 FROM sync_runs WHERE integration_id = ANY($1) AND slot = $2 AND finished_at IS NOT NULL`;
  return (await query(sql, [ids, slot])).length;
}

describe('a sync whose process is killed', () => {
  it(
    'is taken over within 60 s, and stores what a run without the kill stores',
    async () => {
      const first = await harness.start();
      const username = await newAccount(VIDEOS);
      const [killed, reference] = [await connect(first, username), await connect(first, username)];
      for (const tenant of [killed, reference]) await quiet(tenant);
      await query('DELETE FROM social_activity WHERE integration_id = $1', [killed.integrationId]);
      await succeeded(apiOf(reference, first), await trigger(apiOf(reference, first)));
      const before = await videosOf(apiOf(reference, first));

      const [second, third] = [harness.prepare(await reservePort()), harness.prepare(await reservePort())];
      const id = await stopBetweenBatches(apiOf(killed, first));
      await Promise.all([second.ready(), third.ready()]);
      const killedAt = Date.now();
      await harness.kill(first);

      const api = apiOf(killed, second);
      expect(await succeeded(api, id)).toMatchObject({ status: 'succeeded', items: VIDEOS });
      expect(Date.now() - killedAt).toBeLessThanOrEqual(TAKEN_OVER_WITHIN_MS);
      await succeeded(apiOf(reference, second), await trigger(apiOf(reference, second)));
      const after = await videosOf(apiOf(reference, second));
      const stored = await videosOf(api);
      expect([...stored.keys()].toSorted()).toEqual([...after.keys()].toSorted());
      for (const [videoId, { caption, views }] of stored) {
        const range = [before.get(videoId)?.views ?? 0, after.get(videoId)?.views ?? 0];
        expect(caption).toBe(after.get(videoId)?.caption);
        expect(views).toBeGreaterThanOrEqual(Math.min(...range));
        expect(views).toBeLessThanOrEqual(Math.max(...range));
      }
      for (const service of [second, third]) await harness.kill(service);
      await harness.endLeases();
    },
    5 * MINUTES,
  );
});

describe('three processes', () => {
  let services: ServiceProcess[];
  const tenants: Tenant[] = [];
  beforeAll(async () => {
    const first = await harness.start();
    services = [first, await another(), await another()];
    for (let n = 0; n < ACCOUNTS; n += 1) tenants.push(await connect(first, await newAccount(1)));
    for (const tenant of tenants) await quiet(tenant);
  }, 5 * MINUTES);

  it(
    `run each of ${ACCOUNTS * ROUNDS} slots once`,
    async () => {
      const ids = tenants.map(({ integrationId }) => integrationId);
      const since = Date.now() - ROUNDS * 60_000;
      const slots = Array.from({ length: ROUNDS }, (_, round) => new Date(since + round * 30_000));
      for (const slot of slots) {
        await makeDue(ids, slot);
        await until(async () => (await endedAt(ids, slot)) === ids.length);
      }

      const runs = await query<{ runs: number; succeeded: number }>(
        `SELECT count(*)::int AS runs, count(*) FILTER (WHERE status = 'succeeded')::int AS succeeded
         FROM sync_runs WHERE integration_id = ANY($1) AND slot = ANY($2) GROUP BY integration_id, slot`,
        [ids, slots],
      );
      expect(runs).toHaveLength(ACCOUNTS * ROUNDS);
      expect(runs.every((slot) => slot.runs === 1 && slot.succeeded === 1)).toBe(true);
    },
    5 * MINUTES,
  );

  async function makeDue(ids: string[], slot: Date): Promise<void> {
    const sql = `UPDATE sync_schedules SET due_at = $2 WHERE kind = 'profile' AND integration_id = ANY($1)`;
    await query(sql, [ids, slot]);
    const organisations = tenants.map(({ organisationId }) => organisationId);
    await query('UPDATE sync_turns SET turn_at = $2 WHERE organisation_id = ANY($1)', [organisations, slot]);
  }

  it(
    'make one run of triggers at the same time',
    async () => {
      const [tenant] = tenants;
      if (!tenant) throw new Error('no account is connected');
      await harness.sandbox.fault({ match: `POST ${LIST}`, kind: 'slow', ms: 3_000, times: 1 });

      const apis = services.map((service) => apiOf(tenant, service));
      const ids = await Promise.all([...apis, ...apis].map((api) => trigger(api)));

      expect(new Set(ids).size).toBe(1);
      expect(await succeeded(apiOf(tenant, { url: services[0]?.url ?? '' }), ids[0] ?? '')).toMatchObject({
        status: 'succeeded',
      });
    },
    2 * MINUTES,
  );
});
