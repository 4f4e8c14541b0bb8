import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { StalledRuns } from '../../../src/sync/schedule/stalled-runs.js';
import type { PageBody } from '../../support/api-client.js';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';
import { untilPlanned } from '../../support/given/sync-accounts.js';

const syncs = useOddSyncs();
const DAY = 86_400;
const LIMITED = {
  status: 429,
  headers: { 'retry-after': '1' },
  json: { data: {}, error: { code: 'rate_limit_exceeded', message: 'later', log_id: '1' } },
};

interface Notice {
  kind: string;
  title: string;
  detail: string;
  resolvedAt: string | null;
}

afterEach(() => syncs().connector.moveClock(0));

async function noticesOf({ api }: Tenant, kind: string): Promise<Notice[]> {
  const { body } = await api.get<PageBody<Notice>>('/api/notifications');
  return body.items.filter((one) => one.kind === kind);
}

/** Starts a run that waits for a rate limit of TikTok's. */
async function waitingRun(): Promise<{ tenant: Tenant; id: string }> {
  const { connector, editor } = syncs();
  const tenant = await connector.tenant({ videos: 3 });
  await untilPlanned(connector, tenant);
  editor.answer('/v2/video/list/', LIMITED);
  const id = await syncs().begin(tenant);
  await eventually(async () => {
    await connector.hurry('sync');
    return editor.callsOf('/v2/video/list/') > 0;
  });
  return { tenant, id };
}

const report = () => syncs().connector.app.get(StalledRuns).report();

describe('A run that only waits', () => {
  it('is reported once after a day, and resolved when it goes on', async () => {
    const { tenant, id } = await waitingRun();
    await report();
    expect(await noticesOf(tenant, 'sync_stalled')).toEqual([]);

    syncs().connector.moveClock(DAY + 60);
    await report();
    await report();

    const [notice, ...more] = await noticesOf(tenant, 'sync_stalled');
    expect(more).toEqual([]);
    expect(notice?.detail).toMatch(/^A sync of the video figures has waited .*start a sync\.$/);
    syncs().editor.clear();
    expect(await syncs().ended(tenant, id)).toMatchObject({ status: 'succeeded' });
    expect((await noticesOf(tenant, 'sync_stalled'))[0]?.resolvedAt).toEqual(expect.any(String));
  });

  it('is not reported while it gets on', async () => {
    const { tenant, id } = await waitingRun();
    syncs().connector.moveClock(DAY + 60);
    await syncs().connector.database.query(
      `UPDATE sync_runs SET progressed_at = now() + interval '23 hours' WHERE id = $1`,
      [id],
    );

    await report();

    expect(await noticesOf(tenant, 'sync_stalled')).toEqual([]);
    syncs().editor.clear();
    await syncs().ended(tenant, id);
    const [run] = await syncs().connector.database.query<{ at: Date }>(
      'SELECT progressed_at AS at FROM sync_runs WHERE id = $1',
      [id],
    );
    expect(run?.at.getTime()).toBeGreaterThan(Date.now() + 23.5 * 3_600_000);
  });

  it('is reported no longer once the account has expired', async () => {
    const { tenant } = await waitingRun();
    syncs().connector.moveClock(DAY + 60);
    await report();
    expect(await noticesOf(tenant, 'sync_stalled')).toMatchObject([{ resolvedAt: null }]);

    await syncs().connector.database.query(
      `UPDATE integrations SET status = 'expired', expired_at = now(), purge_at = now() + interval '30 days', due_at = now()
       WHERE id = $1`,
      [tenant.integrationId],
    );

    const [notice] = await eventually(async () => {
      const notices = await noticesOf(tenant, 'sync_stalled');
      return notices[0]?.resolvedAt ? notices : false;
    });
    expect(notice?.resolvedAt).toEqual(expect.any(String));
    const clear = (await noticesOf(tenant, 'all_clear'))[0];
    expect(clear?.title).toMatch(/: syncs wait for a reconnect$/);
    expect(clear?.title.length).toBeLessThanOrEqual(60);
    await report();
    expect((await noticesOf(tenant, 'sync_stalled')).filter(({ resolvedAt }) => !resolvedAt)).toEqual([]);
  });
});
