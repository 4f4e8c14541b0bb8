import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import {
  adCommentTenant,
  commentOnAd,
  conversationsAbout,
  seededAd,
  syncOf,
  WITH_AD_COMMENTS,
  type AdCommentTenant,
  type SandboxAd,
} from '../../support/given/ad-comments.js';

const LIST = 'GET /open_api/v1.3/comment/list/';

const connector = useConnector(WITH_AD_COMMENTS);
let tenant: AdCommentTenant;
let ad: SandboxAd;
beforeAll(async () => {
  tenant = await adCommentTenant(connector());
  ad = await seededAd(connector(), tenant);
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

interface ScheduleBody {
  syncType: string;
  state: string;
  nextDueAt: string | null;
  problem: { code: string; message: string } | null;
}

async function schedule(): Promise<ScheduleBody | undefined> {
  const { body } = await tenant.api.get<PageBody<ScheduleBody>>('/api/sync/schedules?syncType=ad_comments');
  return body.items[0];
}

const sync = () => syncOf(connector(), tenant, 'ad_comments');

describe('Sync of ad comments', () => {
  it.each(['40002', '40007'])(
    'warns of an ad group that TikTok refuses with %s, and reads the others',
    async (code) => {
      await connector().sandbox.fault({ match: LIST, kind: 'error_code', code, times: 1 });
      const run = await sync();
      expect(run).toMatchObject({ status: 'succeeded' });
      expect(run.warnings).toEqual([
        { part: expect.any(String), code, message: expect.stringContaining('The comments of the ad group') },
      ]);
      expect(await sync()).toMatchObject({ status: 'succeeded', warnings: [] });
    },
  );

  it('warns of an ad account that TikTok refuses, and reads the others', async () => {
    await connector().sandbox.fault({ match: LIST, kind: 'error_code', code: '40001', times: 1 });
    const run = await sync();
    expect(run).toMatchObject({ status: 'succeeded' });
    expect(run.warnings).toMatchObject([{ part: tenant.accountId, code: '40001' }]);
  });

  it('rests with the reason and the fix if TikTok refuses every ad account, and goes on after a manual run', async () => {
    await connector().sandbox.fault({ match: LIST, kind: 'error_code', code: '40001', times: 50 });
    await tenant.api.post('/api/sync/trigger', {
      platform: 'tiktok',
      syncType: 'ad_comments',
      integrationId: tenant.integrationId,
    });
    const resting = await eventually(async () => {
      await connector().hurry('sync');
      const now = await schedule();
      return now?.state === 'not_allowed' && now;
    });
    expect(resting).toMatchObject({ nextDueAt: null, problem: { code: 'capability_missing' } });
    expect(resting.problem?.message).toMatch(/comments on your ads.*Ask an administrator.*start the sync/);

    await connector().sandbox.clearFaults();
    expect(await sync()).toMatchObject({ status: 'succeeded' });
    expect(await schedule()).toMatchObject({ state: 'planned', problem: null });
  });

  it('continues at its page after a failure, and stores each comment once', async () => {
    for (let n = 0; n < 130; n += 1) await commentOnAd(connector(), ad, `page ${n}`);
    const groups = await connector().database.query(
      'SELECT 1 FROM ad_comment_listings WHERE integration_id = $1',
      [tenant.integrationId],
    );
    await connector().database.query('DELETE FROM ad_comment_listings WHERE integration_id = $1', [
      tenant.integrationId,
    ]);
    const before = await connector().sandbox.calls(LIST);
    await connector().sandbox.fault({ match: LIST, kind: 'reset', times: 3, after: groups.length });

    const run = await sync();

    expect(run).toMatchObject({ status: 'succeeded', items: 130 });
    // Two pages of one ad group, one of each other, and the three that failed.
    expect((await connector().sandbox.calls(LIST)) - before).toBeLessThanOrEqual(groups.length + 4);
    const [row] = await connector().database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM messages WHERE integration_id = $1 AND text LIKE 'page %'`,
      [tenant.integrationId],
    );
    expect(row?.count).toBe(130);
  });

  it('keeps the comments of other organisations apart', async () => {
    const commentId = await commentOnAd(connector(), ad, 'For one organisation');
    await sync();
    expect(await conversationsAbout(connector().api(), commentId)).toEqual([]);
    expect(
      await conversationsAbout(connector().api(tenant.organisationId, 'viewer'), commentId),
    ).toHaveLength(1);
  });
});
