import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { OrgContext } from '../../../src/database/index.js';
import { SyncScheduler } from '../../../src/sync/schedule/sync-scheduler.js';
import { SyncService } from '../../../src/sync/sync.service.js';
import type { PageBody } from '../../support/api-client.js';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs, type Run } from '../../support/given/odd-syncs.js';
import { schedulesOf, untilPlanned } from '../../support/given/sync-accounts.js';

const syncs = useOddSyncs();
const LIST = '/v2/video/list/';
const REFUSED = {
  status: 400,
  json: { data: {}, error: { code: 'invalid_params', message: 'no', log_id: '1' } },
};
const NO_SCOPE = {
  status: 401,
  json: { data: {}, error: { code: 'scope_not_authorized', message: 'no', log_id: '1' } },
};
const HOUR = 3_600;

interface Notice {
  kind: string;
  title: string;
  detail: string;
  resolvedAt: string | null;
}

type ListedRun = Run & { syncType: string; trigger: string; nextDueAt: string | null };

afterEach(() => syncs().connector.moveClock(0));

async function planned(account: Record<string, unknown> = { videos: 3 }): Promise<Tenant> {
  const tenant = await syncs().connector.tenant(account);
  await untilPlanned(syncs().connector, tenant);
  return tenant;
}

async function runsOf({ api }: Tenant): Promise<ListedRun[]> {
  return (await api.get<PageBody<ListedRun>>('/api/sync/runs')).body.items;
}

/** Runs what is due, until all of the tenant's runs have ended. */
async function runDue(tenant: Tenant): Promise<ListedRun[]> {
  return await eventually(async () => {
    await syncs().connector.app.get(SyncScheduler).tick();
    await syncs().connector.hurry('sync');
    const runs = await runsOf(tenant);
    const isOver = runs.length > 0 && runs.every(({ status }) => !['queued', 'running'].includes(status));
    return isOver && runs;
  });
}

async function noticesOf({ api }: Tenant, kind: string): Promise<Notice[]> {
  const { body } = await api.get<PageBody<Notice>>('/api/notifications');
  return body.items.filter((one) => one.kind === kind);
}

const stalledNotices = (tenant: Tenant) => noticesOf(tenant, 'sync_stalled');

describe('The schedules of an account', () => {
  it('are due at once when it is connected, and again after the interval', async () => {
    const tenant = await planned();

    const first = await runDue(tenant);
    expect(first.map((run) => `${run.trigger} ${run.syncType} ${run.status}`).toSorted()).toEqual([
      'cron profile succeeded',
      'cron videos succeeded',
    ]);
    expect(await runDue(tenant)).toHaveLength(2);

    syncs().connector.moveClock(7 * HOUR);
    expect((await runDue(tenant)).length).toBeGreaterThan(2);
  });

  it('are not planned for what it does not allow, until it does', async () => {
    const { connector } = syncs();
    const tenant = await planned({ videos: 1 });
    const problemOf = async (kind: string) =>
      (await schedulesOf(connector, tenant)).find((row) => row.kind === kind)?.problem ?? null;
    await connector.database.query(
      `UPDATE credentials SET scopes = '{user.info.basic}' WHERE id IN (SELECT credential_id FROM integrations WHERE id = $1)`,
      [tenant.integrationId],
    );
    await connector.database.query('UPDATE integrations SET due_at = now() WHERE id = $1', [
      tenant.integrationId,
    ]);
    await eventually(async () => (await problemOf('videos')) !== null);

    expect(await problemOf('videos')).toMatchObject({
      code: 'capability_missing',
      message: expect.stringContaining('Connect the account again'),
    });
    expect(await problemOf('profile')).toBeNull();
    expect((await runDue(tenant)).map(({ syncType }) => syncType)).toEqual(['profile']);

    await connector.connect(tenant.api, { account: tenant.username });
    await eventually(async () => (await problemOf('videos')) === null);
    expect((await runDue(tenant)).map(({ syncType }) => syncType)).toContain('videos');
  });

  it('are deleted with its data, and planned again while it stays connected', async () => {
    const { connector } = syncs();
    const tenant = await planned();
    await runDue(tenant);

    await tenant.api.delete(`/api/integrations/${tenant.integrationId}/data`);
    await eventually(async () => (await runsOf(tenant)).length === 0);
    expect((await untilPlanned(connector, tenant)).some(({ dueAt }) => dueAt !== null)).toBe(true);

    await tenant.api.post(`/api/integrations/${tenant.integrationId}/disconnect`, {});
    await eventually(async () => (await schedulesOf(connector, tenant)).length === 0);
  });
});

const refresh = (tenant: Tenant) =>
  syncs()
    .connector.app.get(OrgContext)
    .run(tenant.organisationId, 'a test', () =>
      syncs().connector.app.get(SyncService).refreshSoon(tenant.integrationId),
    );

describe('SyncService.refreshSoon', () => {
  it('starts a run, and another one after a run that is under way', async () => {
    const tenant = await planned();
    await runDue(tenant);
    const gate = new EventEmitter();
    const released = once(gate, 'open');
    syncs().editor.edit(LIST, async (body) => {
      await released;
      return body;
    });
    await refresh(tenant);
    await eventually(async () => (await runsOf(tenant)).some(({ status }) => status === 'running'));

    await refresh(tenant);
    gate.emit('open');

    const ended = await eventually(async () => {
      const runs = await runDue(tenant);
      return runs.length >= 4 && runs;
    });
    expect(ended.slice(0, 2).map((run) => `${run.trigger} ${run.syncType}`)).toEqual([
      'cron videos',
      'webhook videos',
    ]);
  });
});

describe('The notice sync_stalled', () => {
  it('is sent once after a day without success, and resolved by the next one', async () => {
    const { connector, editor } = syncs();
    const tenant = await planned();
    await runDue(tenant);
    editor.answer(LIST, REFUSED);
    connector.moveClock(2 * HOUR);
    expect((await runDue(tenant)).some(({ status }) => status === 'failed')).toBe(true);
    expect(await stalledNotices(tenant)).toEqual([]);

    for (const hours of [27, 34]) {
      connector.moveClock(hours * HOUR);
      await runDue(tenant);
    }

    const [notice, ...more] = await stalledNotices(tenant);
    expect(more).toEqual([]);
    expect(notice?.title).toMatch(/^@user_.*: video figures are not updated$/);
    expect(notice?.title.length).toBeLessThanOrEqual(60);
    expect(notice?.detail).toMatch(/have failed since .*You see figures from .*start a sync\.$/);
    expect(notice?.resolvedAt).toBeNull();

    editor.clear();
    await syncs().run(tenant);
    expect((await stalledNotices(tenant))[0]?.resolvedAt).toEqual(expect.any(String));
    expect((await noticesOf(tenant, 'all_clear'))[0]?.title).toMatch(/: video figures are updated again$/);
  });

  it('is resolved with the fix when TikTok refuses the scope in the end', async () => {
    const { connector, editor } = syncs();
    const tenant = await planned();
    editor.answer(LIST, REFUSED);
    for (const hours of [0, 25]) {
      connector.moveClock(hours * HOUR);
      await runDue(tenant);
    }
    expect(await stalledNotices(tenant)).toHaveLength(1);

    editor.answer(LIST, NO_SCOPE);
    expect(await syncs().run(tenant)).toMatchObject({ status: 'cancelled' });

    expect((await stalledNotices(tenant))[0]?.resolvedAt).toEqual(expect.any(String));
    const [notice, ...more] = await noticesOf(tenant, 'all_clear');
    expect(more).toEqual([]);
    expect(notice?.title).toMatch(/: video figures cannot be read$/);
    expect(notice?.detail).toContain('Connect the account again');
  });
});
