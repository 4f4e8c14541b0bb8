import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import type { Tenant } from '../../support/connector.js';
import { EventStream } from '../../support/event-stream.js';
import { untilPlanned } from '../../support/given/sync-accounts.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';

const syncs = useOddSyncs();
const LIST = '/v2/video/list/';

interface Run extends Record<string, unknown> {
  id: string;
  integrationId: string;
  syncType: string;
  status: string;
}

let tenant: Tenant;
beforeEach(async () => {
  tenant = await syncs().connector.tenant({ videos: 45 });
  await untilPlanned(syncs().connector, tenant);
});

const get = async (id: string, who = tenant) => (await who.api.get<Run>(`/api/sync/runs/${id}`)).body;
const cancel = (id: string, who = tenant) =>
  who.api.post<Run & ProblemBody>(`/api/sync/runs/${id}/cancel`, {});
const list = async (query = '') => (await tenant.api.get<PageBody<Run>>(`/api/sync/runs${query}`)).body.items;

function trigger(over: object = {}, who = tenant) {
  return who.api.post<{ runIds: string[] } & ProblemBody>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'videos',
    ...over,
  });
}

/** Holds TikTok's answer to a page, until `release` is called. `asked` resolves when the service waits for it. */
function holdPage(page: number): { asked: Promise<void>; release: () => void } {
  let [release, ask] = [() => undefined as void, () => undefined as void];
  const released = new Promise<void>((resolve) => (release = resolve));
  const asked = new Promise<void>((resolve) => (ask = resolve));
  let pages = 0;
  syncs().editor.edit(LIST, async (body) => {
    pages += 1;
    if (pages === page) {
      ask();
      await released;
    }
    return body;
  });
  return { asked, release: () => release() };
}

describe('POST /api/sync/trigger', () => {
  it('syncs one integration of several', async () => {
    const username = `user_${randomUUID().slice(0, 8)}`;
    await syncs().connector.sandbox.control('/accounts', { username, videos: 1 });
    const landed = await syncs().connector.connect(tenant.api, { account: username });
    const integrationId = landed.searchParams.get('integrationId') ?? '';

    const { status, body } = await trigger({ integrationId, syncType: 'all' });

    expect(status).toBe(202);
    const runs = await Promise.all(body.runIds.map((id) => get(id)));
    expect(runs.map((run) => run.syncType).toSorted()).toEqual(['profile', 'videos']);
    expect(new Set(runs.map((run) => run.integrationId))).toEqual(new Set([integrationId]));
    for (const id of body.runIds) await syncs().ended(tenant, id);
  });

  it('spreads the runs of many accounts, so that other organisations need not wait for all of them', async () => {
    const { database } = syncs().connector;
    await database.query(
      `INSERT INTO integrations SELECT (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'open_id', 'o' || n))).*
       FROM integrations i, generate_series(1, 44) AS n WHERE i.id = $1`,
      [tenant.integrationId],
    );
    const { status, body } = await trigger();
    expect({ status, runs: body.runIds.length }).toEqual({ status: 202, runs: 45 });

    // The first portion is being worked on.
    const portions = await database.query<{ seconds: number; runs: number }>(
      `SELECT round(extract(epoch FROM due_at - max(due_at) OVER ()))::int AS seconds, count(*)::int AS runs
       FROM sync_runs WHERE id = ANY($1) AND due_at IS NOT NULL AND status = 'queued' GROUP BY due_at ORDER BY 1`,
      [body.runIds],
    );

    await database.query('DELETE FROM sync_runs WHERE organisation_id = $1', [tenant.organisationId]);
    await database.query('DELETE FROM sync_schedules WHERE organisation_id = $1 AND integration_id <> $2', [
      tenant.organisationId,
      tenant.integrationId,
    ]);
    await database.query('DELETE FROM integrations WHERE organisation_id = $1 AND id <> $2', [
      tenant.organisationId,
      tenant.integrationId,
    ]);
    expect(portions.slice(-2)).toEqual([
      { seconds: -10, runs: 20 },
      { seconds: 0, runs: 5 },
    ]);
  });

  it('answers 404 for an integration of another organisation, and an unknown one', async () => {
    const other = await syncs().connector.tenant();

    for (const integrationId of [other.integrationId, randomUUID()])
      expect(await trigger({ integrationId })).toMatchObject({
        status: 404,
        body: { code: 'unknown_integration' },
      });
  });
});

describe('GET /api/sync/runs', () => {
  it('shows how a run went, and when the next one is due', async () => {
    const run = await syncs().run(tenant);

    const { nextDueAt, requestIds, ...shown } = await get(run.id);

    expect(shown).toMatchObject({
      status: 'succeeded',
      trigger: 'manual',
      items: 45,
      skipped: 0,
      warnings: [],
      durationSeconds: expect.any(Number),
      failCode: null,
    });
    expect(new Date(String(nextDueAt)).getTime()).toBeGreaterThan(Date.now());
    expect((requestIds as string[]).length).toBeGreaterThanOrEqual(3);
    expect(new Set(requestIds as string[]).size).toBe((requestIds as string[]).length);
  });

  it('filters by integration, kind and status, page by page', async () => {
    await syncs().run(tenant);
    await syncs().run(tenant, 'profile');

    expect((await list('?syncType=profile')).map(({ syncType }) => syncType)).toEqual(['profile']);
    expect(await list('?status=failed')).toEqual([]);
    expect(await list(`?integrationId=${randomUUID()}`)).toEqual([]);
    expect(await list(`?integrationId=${tenant.integrationId}&status=succeeded`)).toHaveLength(2);
    const path = `/api/sync/runs`;
    expect((await tenant.api.all<Run>(path, 1)).map((page) => page.length)).toEqual([1, 1]);
  });

  it.each(['syncType=all', 'status=done', 'integrationId=mine', 'since=1'])('rejects ?%s', async (query) => {
    const answer = await tenant.api.get<ProblemBody>(`/api/sync/runs?${query}`);

    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field }) => field)).toEqual([query.split('=')[0]]);
  });

  it('answers 404 for an unknown run, and one of another organisation', async () => {
    const { id } = await syncs().run(tenant);
    const other = await syncs().connector.tenant();

    for (const path of [id, randomUUID(), 'nothing'])
      expect(await other.api.get<ProblemBody>(`/api/sync/runs/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'unknown_run' },
      });
    expect(await cancel(id, other)).toMatchObject({ status: 404, body: { code: 'unknown_run' } });
  });
});

describe('POST /api/sync/runs/:runId/cancel', () => {
  it('stops a running run before it stores the next part', async () => {
    const before = new Set((await syncs().videosOf(tenant)).map(({ videoId }) => videoId));
    const page = holdPage(2);
    const id = await syncs().begin(tenant);
    await page.asked;

    expect(await cancel(id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    page.release();

    await eventually(async () => {
      const [row] = await syncs().connector.database.query<{ free: boolean }>(
        'SELECT lease_until IS NULL AND due_at IS NULL AS free FROM sync_runs WHERE id = $1',
        [id],
      );
      return row?.free;
    });
    expect(await get(id)).toMatchObject({ status: 'cancelled', items: 0 });
    expect((await syncs().videosOf(tenant)).filter(({ videoId }) => !before.has(videoId))).toEqual([]);
  });

  it('cancels a run that waits for its next attempt, and it stays over', async () => {
    syncs().editor.answer(LIST, { status: 503, json: {} });
    const id = await syncs().begin(tenant);
    await eventually(async () => (await get(id)).startedAt !== null);

    expect(await cancel(id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await cancel(id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });

    await syncs().connector.hurry('sync');
    expect(await get(id)).toMatchObject({ status: 'cancelled' });
    syncs().editor.clear();
    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded' });
  });

  it('answers 409 for a run that has ended', async () => {
    const { id } = await syncs().run(tenant);

    expect(await cancel(id)).toMatchObject({ status: 409, body: { code: 'run_over' } });
  });

  it('needs the role editor', async () => {
    const viewer = { ...tenant, api: syncs().connector.api(tenant.organisationId, 'viewer') };

    expect((await cancel(randomUUID(), viewer)).status).toBe(403);
  });
});

describe('GET /api/sync/runs/stream', () => {
  it('sends the runs of the organisation whenever they change', async () => {
    const other = await syncs().connector.tenant({ videos: 1 });
    const page = holdPage(2);
    const stream = await EventStream.open(
      syncs().connector,
      tenant.organisationId,
      {},
      '/api/sync/runs/stream',
    );

    const id = await syncs().begin(tenant);
    await page.asked;
    await eventually(() => Promise.resolve(stream.events.some(({ event }) => event === 'run')));
    page.release();
    await syncs().ended(tenant, id);
    await syncs().run(other);
    await eventually(() =>
      Promise.resolve(stream.events.some(({ data }) => (data as unknown as Run).status === 'succeeded')),
    );
    await stream.leave();

    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    expect(new Set(stream.events.map(({ data }) => data.id))).toEqual(new Set([id]));
    expect(stream.events.at(-1)?.data).toMatchObject({ status: 'succeeded', items: 45 });
  });
});
