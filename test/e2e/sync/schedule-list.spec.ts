import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';
import { plannedRun } from '../../support/given/planned-syncs.js';
import { untilPlanned } from '../../support/given/sync-accounts.js';

const syncs = useOddSyncs();
const PATH = '/api/sync/schedules';
const REFUSED = {
  status: 400,
  json: { data: {}, error: { code: 'invalid_params', message: 'no', log_id: '1' } },
};

interface Schedule extends Record<string, unknown> {
  integrationId: string;
  syncType: string;
  state: string;
  latestRun: Record<string, unknown> | null;
}

afterEach(() => syncs().connector.moveClock(0));

async function planned(): Promise<Tenant> {
  const tenant = await syncs().connector.tenant({ videos: 3 });
  await untilPlanned(syncs().connector, tenant);
  return tenant;
}

async function list({ api }: Tenant, query = ''): Promise<Schedule[]> {
  return (await api.get<PageBody<Schedule>>(PATH + query)).body.items;
}

const kindsIn = async (tenant: Tenant, state: string) =>
  (await list(tenant, `?state=${state}`)).map(({ syncType }) => syncType);

const keys = (rows: Schedule[]) => rows.map((one) => `${one.integrationId} ${one.syncType}`);

describe(`GET ${PATH}`, () => {
  it('shows the next run, the latest one, and why a kind is not synced', async () => {
    const tenant = await planned();
    const { id } = await plannedRun(syncs().connector, tenant);

    const videos = (await list(tenant, '?syncType=videos'))[0];
    expect(videos).toMatchObject({
      integrationId: tenant.integrationId,
      state: 'planned',
      nextDueAt: expect.any(String),
      succeededAt: expect.any(String),
      failures: 0,
      problem: null,
      latestRun: { id, status: 'succeeded', failCode: null, finishedAt: expect.any(String) },
    });
    expect(await list(tenant, '?syncType=ads')).toMatchObject([
      { state: 'not_allowed', nextDueAt: null, problem: { code: expect.any(String) }, latestRun: null },
    ]);
    expect(await kindsIn(tenant, 'due')).toContain('profile');
  });

  it('shows failures, and accounts that rest', async () => {
    const tenant = await planned();
    syncs().editor.answer('/v2/video/list/', REFUSED);
    await plannedRun(syncs().connector, tenant);

    expect(await list(tenant, '?state=failing')).toMatchObject([
      { syncType: 'videos', failures: 1, failingSince: expect.any(String), latestRun: { status: 'failed' } },
    ]);
    await syncs().connector.database.query(
      `UPDATE sync_schedules SET due_at = NULL WHERE integration_id = $1 AND kind = 'videos'`,
      [tenant.integrationId],
    );
    expect(await kindsIn(tenant, 'resting')).toEqual(['videos']);
  });

  it('has pages that follow each other, also of one state', async () => {
    const tenant = await planned();
    const other = await syncs().connector.tenant({ videos: 1 });
    await untilPlanned(syncs().connector, other);
    const all = keys(await list(tenant));

    expect(all.length).toBeGreaterThan(2);
    for (const query of ['', '?state=due'])
      expect(keys((await tenant.api.all<Schedule>(PATH + query, 1)).flat())).toEqual(
        keys(await list(tenant, query)),
      );
    expect(all.join()).not.toContain(other.integrationId);
    expect(await list(tenant, `?integrationId=${other.integrationId}`)).toEqual([]);
  });

  it.each([['state=odd'], ['syncType=odd'], ['integrationId=1'], [`cursor=${randomUUID()}`]])(
    'refuses %s',
    async (query) => {
      const { status } = await (await planned()).api.get<ProblemBody>(`${PATH}?${query}`);
      expect(status).toBe(400);
    },
  );
});
