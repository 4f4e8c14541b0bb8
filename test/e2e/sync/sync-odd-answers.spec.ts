import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs, type Video } from '../../support/given/odd-syncs.js';

const USER_INFO = '/v2/user/info/';
const syncs = useOddSyncs();

// Each answer signs the cover again.
const values = ({ coverUrl, ...others }: Video) => ({ ...others, hasCover: Boolean(coverUrl) });

async function profileOf({ api }: Tenant): Promise<Record<string, unknown> | undefined> {
  return (await api.get<{ items: Record<string, unknown>[] }>('/api/integrations')).body.items[0];
}

function editUser(change: (user: Record<string, unknown>) => object): void {
  syncs().editor.edit(USER_INFO, (body) => {
    const { user } = body.data as { user: Record<string, unknown> };
    return { ...body, data: { user: change(user) } };
  });
}

describe('Sync of odd videos', () => {
  it('stores the valid videos of a page, and counts the skipped ones', async () => {
    const tenant = await syncs().connector.tenant({ videos: 25 });
    syncs().editVideos(([first, second, third, fourth, ...others]) => [
      { ...first, video_description: 'a \0 zero byte' },
      { ...second, id: undefined },
      { ...third, create_time: 'yesterday' },
      { ...fourth, duration: 12.5, view_count: -1 },
      fourth,
      ...others,
    ]);

    const run = await syncs().run(tenant);

    // Two pages with 20 and 5 videos, and two invalid ones on each.
    expect(run).toMatchObject({ status: 'succeeded', items: 21, skipped: 4, failCode: null });
    const videos = await syncs().videosOf(tenant);
    expect(videos).toHaveLength(21);
    expect(videos.filter(({ caption }) => caption === 'a  zero byte')).toHaveLength(2);
    expect(videos.filter(({ views }) => views === null)).toHaveLength(2);
  });
});

describe('Sync of missing values', () => {
  it.each([[undefined], [null], [-1], ['many'], ['']])(
    'keeps the last value, or null if there was none (%j)',
    async (value) => {
      const tenant = await syncs().connector.tenant({ videos: 1 });
      const odd = (video: object) => ({
        ...video,
        view_count: value,
        like_count: value,
        comment_count: value,
        share_count: value,
        duration: value,
        share_url: value === '' ? '' : null,
        video_description: null,
        title: undefined,
      });
      syncs().editVideos((videos) => videos.map(odd));
      await syncs().run(tenant);
      const nothing = { views: null, likes: null, comments: null, shares: null, durationSeconds: null };
      expect(await syncs().videosOf(tenant)).toMatchObject([{ ...nothing, caption: null, shareUrl: null }]);
      syncs().editor.clear();
      await syncs().run(tenant);
      const [known] = (await syncs().videosOf(tenant)).map(values);
      expect(Object.values(known ?? {})).not.toContain(undefined);
      expect(known?.views).toEqual(expect.any(Number));
      expect(known?.caption).not.toBe('');
      syncs().editVideos((videos) => videos.map(odd));

      await syncs().run(tenant);

      expect((await syncs().videosOf(tenant)).map(values)).toEqual([known]);
    },
  );

  it('stores lower counters and an empty caption', async () => {
    const tenant = await syncs().connector.tenant({ videos: 1 });
    await syncs().run(tenant);
    syncs().editVideos((videos) =>
      videos.map((video) => ({ ...video, view_count: '3', like_count: 0, video_description: '', title: '' })),
    );

    await syncs().run(tenant);

    expect(await syncs().videosOf(tenant)).toMatchObject([{ views: 3, likes: 0, caption: '' }]);
  });
});

describe('Sync runs that cannot continue', () => {
  it('fail with a message after internal errors, and the next run starts', async () => {
    const tenant = await syncs().connector.tenant({ videos: 3 });
    const { database } = syncs().connector;
    await database.query(`
      CREATE FUNCTION refuse_video() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a fault of our own'; END $$;
      CREATE TRIGGER refuse_video BEFORE INSERT ON social_activity FOR EACH ROW
        WHEN (NEW.integration_id = '${tenant.integrationId}') EXECUTE FUNCTION refuse_video()`);

    const id = await syncs().begin(tenant);
    const run = await syncs().ended(tenant, id);

    expect(run).toMatchObject({ status: 'failed', failCode: 'internal_fault' });
    expect(run.failReason).toMatch(/^[A-Z].*Syncs retry automatically\.$/);
    await database.query('DROP FUNCTION refuse_video CASCADE');
    const next = await syncs().begin(tenant);
    expect(next).not.toBe(id);
    expect(await syncs().ended(tenant, next)).toMatchObject({ status: 'succeeded', items: 3 });
  });

  it('are retried without a user in the response, and fail in the end', async () => {
    const tenant = await syncs().connector.tenant();
    syncs().editor.edit(USER_INFO, ({ error }) => ({ error, data: {} }));

    expect(await syncs().run(tenant, 'profile')).toMatchObject({
      status: 'failed',
      failCode: 'tiktok_unreachable',
    });
  });
});

describe('Sync of the profile', () => {
  it.each([[undefined], [null], ['']])('clears a field that TikTok no longer sends (%j)', async (value) => {
    const tenant = await syncs().connector.tenant();
    expect(await profileOf(tenant)).toMatchObject({ displayName: expect.any(String) });
    editUser((user) => ({ ...user, display_name: value, avatar_url: value }));

    expect(await syncs().run(tenant, 'profile')).toMatchObject({ status: 'succeeded' });

    expect(await profileOf(tenant)).toMatchObject({ displayName: null, avatarUrl: null });
    expect(await profileOf(tenant)).toMatchObject({ username: tenant.username });
  });

  it('keeps a field that is not a string, or was not requested', async () => {
    const tenant = await syncs().connector.tenant();
    const before = await profileOf(tenant);
    editUser((user) => ({ ...user, display_name: 7, avatar_url: { url: 'x' } }));
    await syncs().connector.database.query(
      `UPDATE integrations SET granted_scopes = '{user.info.basic}' WHERE id = $1`,
      [tenant.integrationId],
    );

    expect(await syncs().run(tenant, 'profile')).toMatchObject({ status: 'succeeded' });

    const { displayName, avatarUrl, username } = before ?? {};
    expect(await profileOf(tenant)).toMatchObject({ displayName, avatarUrl, username });
  });

  it('reads nothing from a response without a user', async () => {
    const tenant = await syncs().connector.tenant();
    const before = await profileOf(tenant);
    editUser(() => ({}));

    expect(await syncs().run(tenant, 'profile')).toMatchObject({ status: 'failed' });

    expect(await profileOf(tenant)).toMatchObject({ displayName: before?.displayName });
  });
});

it('removes a zero byte from the profile name', async () => {
  const tenant = await syncs().connector.tenant();
  syncs().editor.edit(USER_INFO, (body) => {
    const { user } = body.data as { user: object };
    return { ...body, data: { user: { ...user, display_name: 'De\0mo' } } };
  });

  expect(await syncs().run(tenant, 'profile')).toMatchObject({ status: 'succeeded' });

  const { body } = await tenant.api.get<{ items: { displayName: string }[] }>('/api/integrations');
  expect(body.items).toMatchObject([{ displayName: 'Demo' }]);
});

it('connects an account without the control characters in its name', async () => {
  syncs().editor.edit(USER_INFO, (body) => {
    const { user } = body.data as { user: object };
    return { ...body, data: { user: { ...user, display_name: '\0De\u0007mo', username: 'de\0mo' } } };
  });

  const { api } = await syncs().connector.tenant();

  const { body } = await api.get<{ items: object[] }>('/api/integrations');
  expect(body.items).toMatchObject([{ status: 'active', displayName: 'Demo', username: 'demo' }]);
});
