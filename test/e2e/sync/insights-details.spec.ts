import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../support/connector.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';
import { manualRun } from '../../support/given/planned-syncs.js';

const syncs = useOddSyncs((url) => ({
  TIKTOK_BUSINESS_BASE_URL: url,
  TIKTOK_BUSINESS_ACCOUNT_SCOPES:
    'user.info.basic,user.info.username,user.insights,video.list,video.insights',
}));
const PATH = '/open_api/v1.3/business/video/list/';
const COUNTERS = ['item_id', 'create_time', 'video_views', 'likes', 'comments', 'shares'];

interface Stored extends Record<string, unknown> {
  reach: string | null;
  insights: Record<string, unknown>;
}

async function stored({ integrationId }: Tenant): Promise<Stored[]> {
  return await syncs().connector.database.query<Stored>(
    'SELECT reach, insights FROM social_activity WHERE integration_id = $1 ORDER BY video_id',
    [integrationId],
  );
}

describe('Insights of a video', () => {
  it('keep the details that a later answer lacks, and take those that it has', async () => {
    const { connector, editor } = syncs();
    const tenant = await businessTenant(connector, ['video.list'], { videos: 3 });
    await manualRun(connector, tenant);
    const before = await stored(tenant);
    expect(before[0]?.insights).toMatchObject({ video_view_retention: expect.any(Array) });
    editor.edit(PATH, (body) => {
      const data = body.data as { videos: Record<string, unknown>[] };
      const videos = data.videos.map((video) => ({
        ...Object.fromEntries(COUNTERS.map((name) => [name, video[name]])),
        total_time_watched: 777,
      }));
      return { ...body, data: { ...data, videos } };
    });

    await manualRun(connector, tenant);

    expect(editor.callsOf(PATH)).toBeGreaterThan(1);
    expect(await stored(tenant)).toEqual(
      before.map(({ reach, insights }) => ({ reach, insights: { ...insights, total_time_watched: 777 } })),
    );
  });
});
