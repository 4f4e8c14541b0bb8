import { describe, expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { connectAds, syncOf, WITH_AD_COMMENTS } from '../../support/given/ad-comments.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { schedulesOf, untilPlanned, type ScheduleRow } from '../../support/given/sync-accounts.js';

const connector = useConnector({
  ...WITH_AD_COMMENTS,
  sandbox: { business: { ...WITH_AD_COMMENTS.sandbox.business, seedAds: false } },
});

const dueOf = async (tenant: Tenant): Promise<ScheduleRow | undefined> =>
  (await schedulesOf(connector(), tenant)).find(({ kind }) => kind === 'ad_comments');
const minutesUntil = (at: Date | null | undefined) => ((at?.getTime() ?? 0) - Date.now()) / 60_000;

describe('The schedule of ad comments', () => {
  it('says that the ad accounts are not connected', async () => {
    const tenant = await businessTenant(connector());
    await untilPlanned(connector(), tenant);
    expect(await dueOf(tenant)).toMatchObject({
      dueAt: null,
      problem: { code: 'capability_missing', message: expect.stringContaining('Connect the ad accounts') },
    });
  });

  it('says that there are no ad groups once the ads were read, and runs hourly', async () => {
    const tenant = await businessTenant(connector());
    await connectAds(tenant);
    await syncOf(connector(), tenant, 'ads');

    const run = await syncOf(connector(), tenant, 'ad_comments');

    expect(run).toMatchObject({ status: 'incomplete', items: 0, fail_code: 'no_ad_groups' });
    expect(run.fail_reason).toContain('no ad groups yet');
    const due = await dueOf(tenant);
    expect(due?.problem).toBeNull();
    expect(minutesUntil(due?.dueAt)).toBeGreaterThan(-1);
    expect(minutesUntil(due?.dueAt)).toBeLessThanOrEqual(60);
  });
});
