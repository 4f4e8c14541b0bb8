import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ODDITIES } from 'tiktok-sandbox';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../../support/connector.js';

const VIDEOS = 45;

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', RATE_LIMIT_WRITES: '0' },
});

interface Run {
  id: string;
  status: string;
  failCode: string | null;
}

interface Stored {
  videoId: string;
  caption: string;
  views: number | null;
  likes: number | null;
}

interface AtTikTok {
  id: string;
  caption: string;
  createdAt: number;
  counters: { views: number; likes: number };
}

const COMPLETE = { status: 'succeeded', failCode: null };
const CUT_SHORT = { status: 'incomplete', failCode: 'listing_cut_short' };
/** The list announces more pages, or never says that it is complete, and leads nowhere. */
const CUTTING = new Set(['cursor_absent', 'cursor_minus_one', 'has_more_missing']);
/** Complete lists without some videos, which this service then no longer lists either. */
const MAY_SHRINK = new Set(['videos_deleted', 'videos_hidden', 'videos_reappear', 'all']);

/** A random mixture per account, whose lists may be cut short. */
function endsOf(oddity: string): object[] {
  if (oddity === 'all') return [COMPLETE, CUT_SHORT];
  return CUTTING.has(oddity) ? [CUT_SHORT] : [COMPLETE];
}

let tenant: Tenant;
beforeAll(async () => {
  tenant = await connector().tenant({ videos: VIDEOS });
});
afterEach(async () => {
  await connector().sandbox.control('/odd-lists', { on: 'none' });
});

/** Runs a sync, and waits until it has ended with any status. */
async function synced(syncType: string): Promise<Run> {
  const { body } = await tenant.api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType,
  });
  return eventually(async () => {
    await connector().hurry('sync');
    const runs = await tenant.api.get<{ items: Run[] }>('/api/sync/runs');
    const run = runs.body.items.find(({ id }) => id === body.runIds[0]);
    return run && ['succeeded', 'failed', 'incomplete'].includes(run.status) && run;
  });
}

async function atTikTok(): Promise<Map<string, AtTikTok>> {
  const all = new Map<string, AtTikTok>();
  let before = '';
  for (;;) {
    const path = `/videos?account=${tenant.username}${before && `&before=${before}`}`;
    const { videos } = await connector().sandbox.read<{ videos: AtTikTok[] }>(path);
    for (const video of videos) all.set(video.id, video);
    const last = videos.at(-1);
    if (!last) return all;
    before = String(last.createdAt);
  }
}

/** Checks that each stored video exists on TikTok, is stored once, and has no higher counters. */
async function expectNothingInvented(): Promise<Stored[]> {
  const stored = (await tenant.api.all<Stored>('/api/social-activity/videos', 50)).flat();
  const real = await atTikTok();
  expect(real.size).toBe(VIDEOS);
  expect(new Set(stored.map(({ videoId }) => videoId)).size).toBe(stored.length);
  for (const { videoId, caption, views, likes } of stored) {
    const video = real.get(videoId);
    expect(video?.caption).toContain(caption);
    expect(views ?? 0).toBeLessThanOrEqual(video?.counters.views ?? 0);
    // Likes may be withdrawn between the sync and this check.
    expect(Number.isInteger(likes ?? 0)).toBe(true);
  }
  return stored;
}

describe('Sync of odd lists', () => {
  it.each([...Object.keys(ODDITIES), 'all'])(
    'ends, and stores nothing that does not exist: %s',
    async (oddity) => {
      await connector().sandbox.control('/odd-lists', { on: [oddity] });

      // Some oddities appear only after a list was read.
      for (const syncType of ['videos', 'profile', 'videos']) {
        const { status, failCode } = await synced(syncType);
        expect(syncType === 'videos' ? endsOf(oddity) : [COMPLETE]).toContainEqual({ status, failCode });
      }

      const stored = await expectNothingInvented();
      if (MAY_SHRINK.has(oddity)) expect(stored.length).toBeGreaterThan(VIDEOS / 2);
      else expect(stored).toHaveLength(VIDEOS);
      const { status, body } = await tenant.api.get<{ items: object[] }>('/api/integrations');
      expect({ status, items: body.items }).toMatchObject({ status: 200, items: [{ status: 'active' }] });
    },
  );

  it('stores all videos once the lists are correct', async () => {
    expect(await synced('videos')).toMatchObject({ status: 'succeeded' });

    expect(await expectNothingInvented()).toHaveLength(VIDEOS);
  });
});
