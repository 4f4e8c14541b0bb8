import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../sandbox/testing/eventually.js';
import { AnswerEditor } from '../support/answer-editor.js';
import { startConnector, type RunningConnector, type Tenant } from '../support/connector.js';

const VIDEO_LIST = '/v2/video/list/';
const USER_INFO = '/v2/user/info/';

let connector: RunningConnector;
let editor: AnswerEditor;
beforeAll(async () => {
  editor = await AnswerEditor.start();
  connector = await startConnector({
    webhooks: false,
    environment: { TIKTOK_API_BASE_URL: editor.url, TIKTOK_KEEP_RATE_LIMITS: 'false' },
  });
  editor.target = connector.sandbox.url;
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await editor.close();
});
afterEach(() => editor.clear());

interface Run {
  id: string;
  status: string;
  items: number;
  skipped: number;
  failCode: string | null;
  failReason: string | null;
}
interface Video {
  videoId: string;
  caption: string;
  views: number;
  durationSeconds: number | null;
}
type Answer = Record<string, unknown> & { data: { videos: Record<string, unknown>[] } };

/** Changes the videos of every page. */
function editVideos(change: (videos: Record<string, unknown>[]) => unknown): void {
  editor.edit(VIDEO_LIST, (body) => {
    const { data, ...rest } = body as Answer;
    return { ...rest, data: { ...data, videos: change(data.videos) } };
  });
}

async function sync({ api }: Tenant, syncType = 'videos'): Promise<string> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType,
  });
  const [id = ''] = body.runIds;
  return id;
}

async function ended({ api }: Tenant, id: string): Promise<Run> {
  let seen: Run | undefined;
  try {
    return await eventually(async () => {
      await connector.hurry('sync');
      const { body } = await api.get<{ items: Run[] }>('/api/sync/runs');
      seen = body.items.find((one) => one.id === id);
      return seen && ['succeeded', 'failed'].includes(seen.status) && seen;
    });
  } catch (error) {
    throw new Error(`saw ${JSON.stringify(seen)}`, { cause: error });
  }
}

async function videosOf({ api }: Tenant): Promise<Video[]> {
  const pages = await api.all<Video>('/api/social-activity/videos', 50);
  return pages.flat();
}

describe('A page with odd videos', () => {
  it('is stored but for those that make no sense, and the run says how many it skipped', async () => {
    const tenant = await connector.tenant({ videos: 25 });
    editVideos(([first, second, third, fourth, ...others]) => [
      { ...first, video_description: 'a \0 zero byte' },
      { ...second, id: undefined },
      { ...third, create_time: 'yesterday' },
      { ...fourth, duration: 12.5, view_count: -1 },
      fourth,
      ...others,
    ]);

    const run = await ended(tenant, await sync(tenant));

    // 20 and 5 videos on two pages, of which each lost two.
    expect(run).toMatchObject({ status: 'succeeded', items: 21, skipped: 4, failCode: null });
    const videos = await videosOf(tenant);
    expect(videos).toHaveLength(21);
    expect(videos.filter(({ caption }) => caption === 'a  zero byte')).toHaveLength(2);
    expect(videos.filter(({ views }) => views === 0)).toHaveLength(2);
  });

  it('is empty when it has no videos at all', async () => {
    const tenant = await connector.tenant({ videos: 3 });
    editVideos(() => undefined);

    expect(await ended(tenant, await sync(tenant))).toMatchObject({
      status: 'succeeded',
      items: 0,
      skipped: 0,
    });
  });

  it('that leads back to an earlier page ends the run', async () => {
    const tenant = await connector.tenant({ videos: 25 });
    let calls = 0;
    editor.edit(VIDEO_LIST, (body) => {
      calls += 1;
      return {
        ...body,
        data: {
          ...(body as Answer).data,
          cursor: [1_900_000_000_000, 1_800_000_000_000][calls % 2],
          has_more: true,
        },
      };
    });

    expect(await ended(tenant, await sync(tenant))).toMatchObject({ status: 'succeeded' });
    expect(calls).toBe(3);
  });
});

describe('A run that cannot go on', () => {
  it('because of a fault of our own fails in the end with a sentence, and the next run begins', async () => {
    const tenant = await connector.tenant({ videos: 3 });
    const token = `(SELECT credential_id FROM integrations WHERE id = '${tenant.integrationId}')`;
    const [credential] = await connector.database.query<{ access_token: string }>(
      `SELECT access_token FROM credentials WHERE id = ${token}`,
    );
    const setToken = (value: string) =>
      connector.database.query(`UPDATE credentials SET access_token = $1 WHERE id = ${token}`, [value]);
    await setToken('not encrypted');

    const id = await sync(tenant);
    const run = await ended(tenant, id);

    expect(run).toMatchObject({ status: 'failed', failCode: 'internal_fault' });
    expect(run.failReason).toMatch(/^[A-Z].*A sync tries again by itself\.$/);
    await setToken(credential?.access_token ?? '');
    const next = await sync(tenant);
    expect(next).not.toBe(id);
    expect(await ended(tenant, next)).toMatchObject({ status: 'succeeded', items: 3 });
  });

  it('because TikTok tells of no user is tried again, and fails in the end', async () => {
    const tenant = await connector.tenant();
    editor.edit(USER_INFO, ({ error }) => ({ error, data: {} }));

    expect(await ended(tenant, await sync(tenant, 'profile'))).toMatchObject({
      status: 'failed',
      failCode: 'tiktok_unreachable',
    });
  });
});

it('A profile whose name has a zero byte is taken without it', async () => {
  const tenant = await connector.tenant();
  editor.edit(USER_INFO, (body) => {
    const { user } = body.data as { user: object };
    return { ...body, data: { user: { ...user, display_name: 'De\0mo' } } };
  });

  expect(await ended(tenant, await sync(tenant, 'profile'))).toMatchObject({ status: 'succeeded' });

  const { body } = await tenant.api.get<{ items: { displayName: string }[] }>('/api/integrations');
  expect(body.items).toMatchObject([{ displayName: 'Demo' }]);
});

it('An account whose name has control characters is connected without them', async () => {
  editor.edit(USER_INFO, (body) => {
    const { user } = body.data as { user: object };
    return { ...body, data: { user: { ...user, display_name: '\0De\u0007mo', username: 'de\0mo' } } };
  });

  const { api } = await connector.tenant();

  const { body } = await api.get<{ items: object[] }>('/api/integrations');
  expect(body.items).toMatchObject([{ status: 'active', displayName: 'Demo', username: 'demo' }]);
});
