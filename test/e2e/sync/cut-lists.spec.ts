import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';
import { plannedRun } from '../../support/given/planned-syncs.js';

const syncs = useOddSyncs();

async function cutsOf({ integrationId }: Tenant): Promise<number | undefined> {
  const [row] = await syncs().connector.database.query<{ cuts: number }>(
    `SELECT cuts FROM sync_schedules WHERE integration_id = $1 AND kind = 'videos'`,
    [integrationId],
  );
  return row?.cuts;
}

async function hoursPass({ integrationId }: Tenant, hours: number): Promise<void> {
  await syncs().connector.database.query(
    `UPDATE sync_schedules SET cut_at = cut_at - make_interval(hours => $2) WHERE integration_id = $1`,
    [integrationId, hours],
  );
}

describe('A list that TikTok always cuts short', () => {
  it('is read as a whole less and less often, while new videos are still found', async () => {
    const { connector } = syncs();
    const tenant = await connector.tenant({ videos: 45 });
    syncs().editPages((_data, call) => (call % 2 === 0 ? { cursor: undefined, has_more: true } : {}));
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'incomplete', items: 40 });
    expect(await cutsOf(tenant)).toBe(1);

    const before = syncs().pages;
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'succeeded' });
    expect(syncs().pages - before).toBe(1);

    syncs().editPages((_data, call) => (call % 2 === 0 ? { cursor: undefined, has_more: true } : {}));
    await hoursPass(tenant, 1);
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'incomplete' });
    expect(await cutsOf(tenant)).toBe(2);
    await hoursPass(tenant, 1);
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'succeeded' });

    syncs().editor.clear();
    await hoursPass(tenant, 1);
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'succeeded', items: 45 });
    expect(await cutsOf(tenant)).toBe(0);
  });
});
