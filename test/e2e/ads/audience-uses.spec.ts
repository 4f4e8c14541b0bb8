import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';
import { createAudience, customers, sendFile, untilDone } from '../../support/given/audiences.js';

const connector = useConnector({
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, ADS_SETTLE_SECONDS: '1' },
  sandbox: { business: { ...WITH_ADS.sandbox?.business, audienceMatchMs: 200 } },
});
const APPLY = 'POST /open_api/v1.3/dmp/custom_audience/apply/';
const MANUAL_UPDATE = 'POST /open_api/v1.3/adgroup/update/';
const UPDATE = 'POST /open_api/v1.3/smart_plus/adgroup/update/';

let ads: AdsAccount;
let manual: string;
let smart: string;
beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
  const campaignId = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Smart'));
  smart = await smartGroup(campaignId, 'Smart group');
  const groups = await ads.list('ad-groups', '&live=true');
  manual = groups.find(({ family }) => family === 'manual')?.id ?? '';
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

async function smartGroup(campaignId: string, name: string): Promise<string> {
  return await ads.atTikTok('us_plus', 'ad_group', {
    request_id: String(Math.floor(Math.random() * 1e15)),
    campaign_id: campaignId,
    adgroup_name: name,
    promotion_type: 'WEBSITE',
    optimization_goal: 'CLICK',
    billing_event: 'CPC',
    bid_type: 'BID_TYPE_NO_BID',
    schedule_type: 'SCHEDULE_FROM_NOW',
    schedule_start_time: '2027-01-01 00:00:00',
    targeting_optimization_mode: 'MANUAL',
    targeting_spec: { location_ids: ['6252001'], age_groups: ['AGE_25_34'] },
    operation_status: 'DISABLE',
  });
}

/** An audience that TikTok has matched. */
async function matched(): Promise<{ path: string; id: string; tiktokId: string }> {
  const { api, accountId } = ads;
  const { body } = await createAudience(api, accountId);
  await sendFile(api, body.id, 'append', customers(2000));
  const { tiktokId } = await untilDone(api, body.id);
  return { path: `/api/ads/audiences/${body.id}`, id: body.id, tiktokId: tiktokId ?? '' };
}

/** @returns the operation after its end */
async function apply(audience: { path: string; id: string }, body: object) {
  const answer = await ads.api.post(`${audience.path}/apply`, body);
  expect(answer).toMatchObject({ status: 202, body: { action: 'apply' } });
  return (await untilDone(ads.api, audience.id)).uploads[0];
}

async function dataOf(id: string): Promise<Record<string, unknown>> {
  await ads.list('ad-groups', '&live=true');
  return (await ads.read('ad-groups', id)).data;
}

describe('POST /api/ads/audiences/:id/apply', () => {
  it('needs an audience that TikTok has', async () => {
    const { body } = await createAudience(ads.api, ads.accountId);
    const early = await ads.api.post<ProblemBody>(`/api/ads/audiences/${body.id}/apply`, {
      adGroupIds: [manual],
      mode: 'include',
    });
    expect([early.status, early.body.code]).toEqual([409, 'audience_not_at_tiktok']);
  });

  it('changes ad groups of both families, and keeps the rest of their targeting', async () => {
    const audience = await matched();
    const body = { adGroupIds: [manual, smart], mode: 'include', reason: 'retarget' };
    expect(await apply(audience, body)).toMatchObject({ state: 'done', failCode: null });

    expect((await dataOf(manual)).audience_ids).toEqual([audience.tiktokId]);
    expect(await dataOf(smart)).toMatchObject({
      targeting_optimization_mode: 'MANUAL',
      targeting_spec: {
        location_ids: ['6252001'],
        age_groups: ['AGE_25_34'],
        audience_ids: [audience.tiktokId],
      },
    });
    for (const [id, before] of [
      [manual, { audience_ids: [] }],
      [smart, { targeting_spec: { location_ids: ['6252001'], age_groups: ['AGE_25_34'] } }],
    ] as const) {
      const [change] = await ads.changes(`&objectId=${id}`);
      expect(change).toMatchObject({ action: 'update', actor: 'user', reason: 'retarget', before });
      expect(change).toMatchObject({ state: 'succeeded', differences: [] });
    }

    await ads.api.delete(audience.path);
    expect((await untilDone(ads.api, audience.id)).uploads[0]).toMatchObject({
      action: 'delete',
      state: 'failed',
    });
    await apply(audience, { adGroupIds: [manual, smart], mode: 'exclude' });
    expect((await dataOf(smart)).targeting_spec).toMatchObject({
      location_ids: ['6252001'],
      audience_ids: [],
      excluded_audience_ids: [audience.tiktokId],
    });
    await apply(audience, { adGroupIds: [manual, smart], mode: 'disconnect' });
    expect((await dataOf(smart)).targeting_spec).toMatchObject({ excluded_audience_ids: [] });
    await ads.api.delete(audience.path);
    expect((await untilDone(ads.api, audience.id)).uploads[0]).toMatchObject({
      action: 'delete',
      state: 'done',
    });
  }, 60_000);

  it('sends each change once, also if an answer is lost', async () => {
    const audience = await matched();
    for (const match of [APPLY, UPDATE]) {
      const before = await connector().sandbox.calls(match);
      await connector().sandbox.fault({ match, kind: 'lost_response', times: 1 });
      const adGroupIds = [match === APPLY ? manual : smart];
      expect(await apply(audience, { adGroupIds, mode: 'exclude' })).toMatchObject({ state: 'done' });
      expect(await apply(audience, { adGroupIds, mode: 'exclude' })).toMatchObject({ state: 'done' });
      expect((await connector().sandbox.calls(match)) - before).toBe(1);
    }
    expect((await dataOf(manual)).excluded_audience_ids).toContain(audience.tiktokId);
    expect((await dataOf(smart)).targeting_spec).toMatchObject({
      excluded_audience_ids: expect.arrayContaining([audience.tiktokId]),
    });
    await connector().hurry('ad-change');
  }, 60_000);

  it('changes all other ad groups if TikTok refuses one, and names it', async () => {
    const audience = await matched();
    await connector().sandbox.fault({ match: APPLY, kind: 'error_code', code: '40002', times: 1 });
    const ended = await apply(audience, { adGroupIds: [manual, smart], mode: 'include' });
    expect(ended).toMatchObject({ state: 'failed', failCode: 'audience_partly_applied' });
    expect(ended?.failMessage).toContain(manual);
    expect(ended?.failMessage).not.toContain(smart);
    expect((await dataOf(manual)).audience_ids).not.toContain(audience.tiktokId);
    expect((await dataOf(smart)).targeting_spec).toMatchObject({
      audience_ids: expect.arrayContaining([audience.tiktokId]),
    });
  }, 60_000);

  it.each(['us_plus', 'manual'])(
    'keeps a change of the targeting that is made at the same time: %s',
    async (family) => {
      const id = family === 'manual' ? manual : smart;
      await apply(await matched(), { adGroupIds: [id], mode: 'include' });
      const audience = await matched();
      // Both have read the ad group before one of them has changed it.
      await connector().sandbox.fault({
        match: `${family === 'manual' ? MANUAL_UPDATE : UPDATE}`,
        kind: 'slow',
        ms: 2000,
      });
      await connector().sandbox.fault({ match: APPLY, kind: 'slow', ms: 300 });
      const ageGroups = [family === 'manual' ? 'AGE_35_44' : 'AGE_45_54'];
      const [patched, applied] = await Promise.all([
        ads.api.send('PATCH', `/api/ads/ad-groups/${id}`, {
          body: JSON.stringify({ accountId: ads.accountId, targeting: { ageGroups } }),
          headers: { 'content-type': 'application/json' },
        }),
        apply(audience, { adGroupIds: [id], mode: 'include' }),
      ]);
      expect(patched).toMatchObject({ status: 200 });
      expect(applied).toMatchObject({ state: 'done' });
      const data = await dataOf(id);
      expect(family === 'manual' ? data : data.targeting_spec).toMatchObject({
        age_groups: ageGroups,
        audience_ids: expect.arrayContaining([audience.tiktokId]),
      });
    },
    60_000,
  );

  it('refuses unknown and deleted ad groups', async () => {
    const audience = await matched();
    const path = `${audience.path}/apply`;
    const unknown = await ads.api.post<ProblemBody>(path, {
      adGroupIds: ['1788000000000009'],
      mode: 'include',
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'ad_group_not_found']);
    const groups = await ads.list('ad-groups', '&live=true');
    const other = groups.find(({ id, family }) => family === 'manual' && id !== manual)?.id ?? '';
    await ads.api.post('/api/ads/status', {
      level: 'ad_group',
      accountId: ads.accountId,
      ids: [other],
      status: 'delete',
      reason: 'no longer needed',
    });
    const deleted = await ads.api.post<ProblemBody>(path, { adGroupIds: [other], mode: 'include' });
    expect([deleted.status, deleted.body.code]).toEqual([409, 'ad_object_deleted']);
  });
});
