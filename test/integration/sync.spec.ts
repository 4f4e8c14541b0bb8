import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { OrgContext } from '../../src/database/index.js';
import { IntegrationsService } from '../../src/integrations/index.js';
import { SocialActivity } from '../../src/sync/index.js';
import type { TikTokVideo } from '../../src/tiktok/index.js';
import { useConnector, type Tenant } from '../support/connector.js';
import { insertRows } from '../support/given/organisation-rows.js';

// Runs are made due early here, but the rate governor's pauses after TikTok's refusals are real minutes.
const connector = useConnector({ webhooks: false, environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });
const VIDEO_LIST = 'POST /v2/video/list/';

interface Run extends Record<string, unknown> {
  id: string;
  status: string;
  items: number;
  failCode: string | null;
  failReason: string | null;
}

let tenant: Tenant;
beforeEach(async () => {
  tenant = await connector().tenant({ videos: 45 });
});
afterEach(() => connector().sandbox.clearFaults());

async function store(videos: TikTokVideo[], capturedAt: string, owner = tenant): Promise<void> {
  const { app } = connector();
  await app.get(OrgContext).run(owner.organisationId, 'a test', async () => {
    const integration = await app.get(IntegrationsService).get(owner.integrationId);
    await app.get(SocialActivity).store(integration, videos, new Date(capturedAt));
  });
}

function video(count: number): TikTokVideo {
  return { id: '7602997517160123666', create_time: 1_760_000_000, title: 't', view_count: count };
}

async function views(): Promise<(number | null)[]> {
  const { body } = await tenant.api.get<{ items: { views: number | null }[] }>('/api/social-activity/videos');
  return body.items.map((item) => item.views);
}

async function trigger(syncType = 'videos'): Promise<string[]> {
  const { body } = await tenant.api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType,
  });
  return body.runIds;
}

async function untilRun(id: string | undefined, ...statuses: string[]): Promise<Run> {
  return await eventually(async () => {
    await connector().hurry('sync');
    const { body } = await tenant.api.get<{ items: Run[] }>('/api/sync/runs');
    const run = body.items.find((one) => one.id === id);
    return run && statuses.includes(run.status) && run;
  });
}

describe('SocialActivity.store', () => {
  it('replaces an older reading, never a newer one', async () => {
    await store([video(10)], '2026-01-01T10:00:00Z');
    await store([video(30)], '2026-01-01T12:00:00Z');
    await store([video(20)], '2026-01-01T11:00:00Z');

    expect(await views()).toEqual([30]);
  });

  it('accepts lower counters', async () => {
    await store([video(30)], '2026-01-01T10:00:00Z');
    await store([video(5)], '2026-01-01T11:00:00Z');

    expect(await views()).toEqual([5]);
  });

  it('keeps the latest of concurrent readings', async () => {
    const hours = [3, 9, 1, 7, 5, 2, 8, 4, 6, 0];

    await Promise.all(hours.map((hour) => store([video(hour)], `2026-01-01T0${hour}:00:00Z`)));

    expect(await views()).toEqual([9]);
  });

  it('fills missing values of a later reading from an earlier one', async () => {
    await store([{ ...video(0), view_count: undefined }], '2026-01-01T12:00:00Z');
    await store([video(20)], '2026-01-01T11:00:00Z');
    await store([video(10)], '2026-01-01T10:00:00Z');

    expect(await views()).toEqual([20]);
  });

  it('stores a reading per integration', async () => {
    const other = await insertRows(connector().database);
    await store([video(10)], '2026-01-01T10:00:00Z');

    await store([video(20)], '2026-01-01T11:00:00Z', { ...tenant, ...other });

    expect(await views()).toEqual([10]);
  });

  it('accepts a reading without counters and text', async () => {
    await store([{ id: '1', create_time: 1_760_000_000 }], '2026-01-01T10:00:00Z');

    expect(await views()).toEqual([null]);
  });
});

describe('Sync run', () => {
  it('reads all pages', async () => {
    const [id] = await trigger();

    expect(await untilRun(id, 'succeeded')).toMatchObject({ items: 45 });
    expect(await views()).toHaveLength(45);
  });

  it('is created once per integration and kind for concurrent requests', async () => {
    await connector().sandbox.fault({ match: VIDEO_LIST, kind: 'rate_limited', times: 1 });

    const ids = await Promise.all(Array.from({ length: 10 }, () => trigger()));

    expect(new Set(ids.flat()).size).toBe(1);
    await untilRun(ids[0]?.[0], 'succeeded');
    const later = await trigger();
    expect(later).not.toEqual(ids[0]);
    // The next test counts requests.
    await untilRun(later[0], 'succeeded');
  });

  it('keeps the videos of its first page when it is resumed', async () => {
    await untilRun((await trigger())[0], 'succeeded');
    const { body } = await tenant.api.get<{ items: { videoId: string }[] }>('/api/social-activity/videos');
    const [newest, , third] = body.items;
    for (const one of [newest, third])
      await connector().sandbox.control(`/videos/${one?.videoId}`, { public: false });
    await connector().sandbox.fault({ match: VIDEO_LIST, kind: 'rate_limited', after: 1, times: 1 });

    const [id] = await trigger();

    expect(await untilRun(id, 'succeeded')).toMatchObject({ items: 43 });
    expect(await views()).toHaveLength(43);
  });

  it('is resumed after the last stored page', async () => {
    const calls = await connector().sandbox.calls(VIDEO_LIST);
    await connector().sandbox.fault({ match: VIDEO_LIST, kind: 'rate_limited', after: 1, times: 1 });

    const [id] = await trigger();

    expect(await untilRun(id, 'succeeded')).toMatchObject({ items: 45 });
    // Three pages and the refusal: the first page is not fetched again.
    expect((await connector().sandbox.calls(VIDEO_LIST)) - calls).toBe(4);
  });

  it.each(['http500_html', 'reset', 'reset_mid_body'])('survives an outage of TikTok (%s)', async (kind) => {
    await connector().sandbox.fault({ match: VIDEO_LIST, kind, times: 4 });

    const [id] = await trigger();

    expect(await untilRun(id, 'succeeded', 'failed')).toMatchObject({ status: 'succeeded', items: 45 });
  });

  it.each([
    ['is retried after its last attempt when that one got on', 1, 'succeeded'],
    ['fails after its last attempt when that one did not get on', 0, 'failed'],
  ])('%s', async (_, pages, status) => {
    const { database, sandbox } = connector();
    await sandbox.fault({ match: VIDEO_LIST, kind: 'http500_html', times: 100 });
    const [id] = await trigger();
    const last = 'UPDATE sync_runs SET attempts = 9 WHERE id = $1 AND last_error IS NOT NULL RETURNING id';
    await eventually(async () => (await database.query(last, [id])).length > 0);
    await sandbox.clearFaults();
    // Each attempt repeats a refused call a few times itself.
    await sandbox.fault({ match: VIDEO_LIST, kind: 'http500_html', after: pages, times: 6 });

    expect(await untilRun(id, 'succeeded', 'failed')).toMatchObject({ status });
  });

  it('is cancelled with the fix when the scope is missing, and other kinds continue', async () => {
    // A new account is planned after the consent is answered; that plan would hide what the run finds out.
    await eventually(async () => {
      const rows = await connector().database.query('SELECT FROM sync_schedules WHERE integration_id = $1', [
        tenant.integrationId,
      ]);
      return rows.length > 0;
    });
    await connector().sandbox.control(`/accounts/${tenant.username}`, { dropScope: 'video.list' });

    const ids = await trigger('all');

    const runs = await Promise.all(ids.map((id) => untilRun(id, 'succeeded', 'cancelled')));
    const refused = runs.find(({ status }) => status === 'cancelled');
    expect(runs.map(({ status }) => status).toSorted()).toEqual(['cancelled', 'succeeded']);
    expect(refused).toMatchObject({
      failCode: 'scope_not_authorized',
      failReason: expect.stringContaining('Connect the account again'),
      nextDueAt: null,
    });
  });

  it('fails when TikTok no longer accepts the connection', async () => {
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'all' });

    const [id] = await trigger();

    expect(await untilRun(id, 'succeeded', 'failed')).toMatchObject({
      status: 'failed',
      failCode: 'reconnect_needed',
    });
  });
});
