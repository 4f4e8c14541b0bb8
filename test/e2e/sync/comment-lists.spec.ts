import { afterEach, describe, expect, it } from '@jest/globals';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { conversationsOf, writeComment } from '../../support/given/inbox.js';
import { manualRun } from '../../support/given/planned-syncs.js';

const COMMENT_LIST = 'GET /open_api/v1.3/business/comment/list/';

const connector = useConnector({
  webhooks: false,
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    RATE_LIMIT_WRITES: '0',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,user.info.username,video.list,comment.list',
  },
});
afterEach(async () => {
  await connector().sandbox.control('/odd-lists', { on: 'none' });
  await connector().sandbox.control('/settings', { business: { commentRepeatsFrom: 500 } });
  await connector().sandbox.clearFaults();
});

/** An account with young videos, the newest first. */
async function listedTenant(videos: number): Promise<Tenant & { videoIds: string[] }> {
  const tenant = await businessTenant(connector(), ['video.list', 'user.info.stats'], { videos });
  await manualRun(connector(), tenant, 'videos');
  await connector().database.query(
    `UPDATE social_activity SET published_at = now() - row_number * interval '1 hour'
     FROM (SELECT video_id AS id, row_number() OVER (ORDER BY video_id DESC) FROM social_activity WHERE integration_id = $1) n
     WHERE integration_id = $1 AND video_id = n.id`,
    [tenant.integrationId],
  );
  const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
  return {
    ...tenant,
    videoIds: body.items
      .map(({ videoId }) => videoId)
      .toSorted()
      .toReversed(),
  };
}

async function writeMany(videoId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await writeComment(connector(), { videoId, text: `number ${n}` });
}

describe('Sync of comments', () => {
  it.each(['40002', '40007'])(
    'warns of a video that TikTok refuses with %s, and reads the others',
    async (code) => {
      const tenant = await listedTenant(2);
      const [refused = '', other = ''] = tenant.videoIds;
      await writeComment(connector(), { videoId: refused, text: 'on the refused video' });
      await writeComment(connector(), { videoId: other, text: 'on the other video' });
      await connector().sandbox.fault({ match: COMMENT_LIST, kind: 'error_code', code, times: 1 });

      const run = await manualRun(connector(), tenant, 'comments');

      expect(run).toMatchObject({ status: 'succeeded', items: 1 });
      expect(run.warnings).toEqual([
        { part: refused, code, message: expect.stringContaining(`The comments of video ${refused}`) },
      ]);
      expect(await conversationsOf(tenant.api)).toMatchObject([{ lastMessageText: 'on the other video' }]);
      expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({
        status: 'succeeded',
        items: 1,
        warnings: [],
      });
    },
  );

  it.each(['cursor_minus_one', 'cursor_absent'])('ends as incomplete on a list with %s', async (mode) => {
    const tenant = await listedTenant(1);
    const [videoId = ''] = tenant.videoIds;
    await writeMany(videoId, 35);
    await connector().sandbox.control('/odd-lists', { on: [mode] });
    expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({
      status: 'incomplete',
      items: 30,
    });
    await connector().sandbox.control('/odd-lists', { on: 'none' });

    // What was cut off is found once TikTok lists it.
    expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({ status: 'succeeded', items: 5 });
    expect((await tenant.api.all('/api/crm/conversations', 100)).flat().length).toBe(35);
  });

  it('stores a comment once that TikTok repeats far down the list', async () => {
    const tenant = await listedTenant(1);
    const [videoId = ''] = tenant.videoIds;
    await writeMany(videoId, 70);
    // TikTok does so from about 500.
    await connector().sandbox.control('/settings', { business: { commentRepeatsFrom: 30 } });

    expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({
      status: 'succeeded',
      items: 70,
    });

    expect((await tenant.api.all('/api/crm/conversations', 100)).flat().length).toBe(70);
    expect(await connector().sandbox.calls(COMMENT_LIST)).toBeGreaterThanOrEqual(3);
  });
});

describe('The next sync of comments', () => {
  it('is due in half an hour, or after the hours that the organisation has set', async () => {
    const tenant = await listedTenant(1);
    const minutesUntilDue = async (): Promise<number> => {
      await manualRun(connector(), tenant, 'comments');
      const [row] = await connector().database.query<{ minutes: number }>(
        `SELECT extract(epoch FROM due_at - now())::float8 / 60 AS minutes FROM sync_schedules
         WHERE integration_id = $1 AND kind = 'comments'`,
        [tenant.integrationId],
      );
      return row?.minutes ?? Infinity;
    };
    expect(await minutesUntilDue()).toBeLessThanOrEqual(30);

    const policy = {
      body: JSON.stringify({ commentsEveryHours: 24 }),
      headers: { 'content-type': 'application/json' },
    };
    expect((await tenant.api.send('PUT', '/api/sync/policy', policy)).status).toBe(200);

    // The turn itself is fixed. It is not within the half hour again, unless a day just ends.
    await connector().database.query(
      `UPDATE sync_schedules SET due_at = now() + interval '3 days' WHERE integration_id = $1 AND kind = 'comments'`,
      [tenant.integrationId],
    );
    const minutes = await minutesUntilDue();
    expect(minutes).toBeLessThanOrEqual(1440);
    const turn = new Date(Date.now() + minutes * 60_000);
    expect(turn.getUTCHours()).toBe(0);
  });
});
