import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs, type Video } from '../../support/given/odd-syncs.js';

const syncs = useOddSyncs();

async function synced(videos: number): Promise<{ tenant: Tenant; ids: string[] }> {
  const tenant = await syncs().connector.tenant({ videos });
  await syncs().run(tenant);
  return { tenant, ids: (await syncs().videosOf(tenant)).map(({ videoId }) => videoId) };
}

async function goneOf(tenant: Tenant): Promise<Video[]> {
  return (await syncs().videosOf(tenant, '&includeGone=true')).filter(({ goneAt }) => goneAt);
}

describe('Sync of a list that is cut short', () => {
  it.each<[string, (data: Record<string, unknown>) => object]>([
    ['announces more without a cursor', () => ({ cursor: undefined })],
    ['announces more with a cursor of null', () => ({ cursor: null })],
    ['announces more with the cursor -1', () => ({ cursor: -1 })],
    ['announces more with the cursor 0', () => ({ cursor: 0 })],
    ['announces more with a cursor of letters', () => ({ cursor: 'next' })],
    ['announces more with a fractional cursor', () => ({ cursor: 1.5 })],
    ['announces more with a cursor beyond the calendar', () => ({ cursor: '9007199254740993' })],
    ['announces more by a string, without a cursor', () => ({ has_more: 'true', cursor: '' })],
    ['does not say whether there is more', () => ({ has_more: undefined, cursor: undefined })],
    ['has no videos on a page', () => ({ videos: undefined })],
    ['has null for the videos of a page', () => ({ videos: null, has_more: false })],
    ['has an object for the videos of a page', () => ({ videos: { 0: {} } })],
  ])('ends the run as incomplete when the list %s', async (_what, change) => {
    const tenant = await syncs().connector.tenant({ videos: 25 });
    syncs().editPages(change);

    const run = await syncs().run(tenant);

    expect(run).toMatchObject({ status: 'incomplete', failCode: 'listing_cut_short' });
    expect(run.failReason).toMatch(/^TikTok listed only some of the videos.*\.$/);
    expect(await syncs().videosOf(tenant)).toHaveLength(run.items);
  });

  it('ends the run on a page that leads back, and shows it among the errors of the account', async () => {
    const tenant = await syncs().connector.tenant({ videos: 25 });
    syncs().editPages((_data, call) => ({
      cursor: [1_900_000_000_000, 1_800_000_000_000][call % 2],
      has_more: true,
    }));
    const calls = syncs().pages;

    expect(await syncs().run(tenant)).toMatchObject({ status: 'incomplete', items: 40 });

    expect(syncs().pages - calls).toBe(2);
    const { body } = await tenant.api.get<{ lastErrors: object[] }>(
      `/api/integrations/${tenant.integrationId}`,
    );
    expect(body.lastErrors).toMatchObject([{ what: 'sync', code: 'listing_cut_short' }]);
  });

  it.each<[string, (data: Record<string, unknown>) => object]>([
    ['as a string of digits', ({ cursor }) => ({ cursor: String(cursor) })],
    ['with has_more as a string', ({ has_more: more }) => ({ has_more: String(more) })],
    ['with has_more as a number', ({ has_more: more }) => ({ has_more: Number(more) })],
  ])('reads every page when the cursor comes %s', async (_what, change) => {
    const tenant = await syncs().connector.tenant({ videos: 45 });
    syncs().editPages(change);

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 45 });
  });

  it('hides no video, and completes the next run', async () => {
    const tenant = await syncs().connector.tenant({ videos: 25 });
    await syncs().run(tenant);
    syncs().editPages(() => ({ cursor: undefined }));
    expect(await syncs().run(tenant)).toMatchObject({ status: 'incomplete', items: 20 });
    expect(await syncs().videosOf(tenant)).toHaveLength(25);
    syncs().editor.clear();

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 25 });
  });
});

describe('Sync of videos that are gone', () => {
  it('removes a video from the list, and lists it again when it reappears', async () => {
    const { tenant, ids } = await synced(25);
    const [hidden = '', deleted = ''] = [ids[0], ids[24]];
    await syncs().connector.sandbox.control(`/videos/${hidden}`, { public: false });
    await syncs().connector.sandbox.client.control(`/videos/${deleted}`, {}, 'DELETE');

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 23 });

    expect((await syncs().videosOf(tenant)).map(({ videoId }) => videoId)).toEqual(ids.slice(1, 24));
    expect((await goneOf(tenant)).map(({ videoId }) => videoId)).toEqual([hidden, deleted]);
    await syncs().connector.sandbox.control(`/videos/${hidden}`, { public: true });
    await syncs().run(tenant);
    expect((await syncs().videosOf(tenant)).map(({ videoId }) => videoId)).toEqual(ids.slice(0, 24));
    expect((await goneOf(tenant)).map(({ videoId }) => videoId)).toEqual([deleted]);
  });

  it('marks all videos when the account becomes private', async () => {
    const { tenant } = await synced(25);
    await syncs().connector.sandbox.control(`/accounts/${tenant.username}`, { private: true });

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 0 });

    expect(await syncs().videosOf(tenant)).toEqual([]);
    expect(await goneOf(tenant)).toHaveLength(25);
  });

  it('marks a video that a complete list omits, until a list contains it again', async () => {
    const { tenant, ids } = await synced(3);
    for (const left of [1, 0, 2]) {
      syncs().editPages(({ videos }) => ({ videos: (videos as unknown[]).slice(0, left), has_more: false }));

      expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: left });

      expect((await syncs().videosOf(tenant)).map(({ videoId }) => videoId)).toEqual(ids.slice(0, left));
      expect((await goneOf(tenant)).map(({ videoId }) => videoId)).toEqual(ids.slice(left));
    }
  });

  it('does not mark a video with odd data', async () => {
    const { tenant } = await synced(3);
    syncs().editVideos(([first, second, third]) => [
      { ...first, create_time: null },
      { ...second, id: undefined },
      third,
    ]);

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', skipped: 2 });

    expect(await syncs().videosOf(tenant)).toHaveLength(3);
  });

  it('distinguishes it from a video without an id', async () => {
    const { tenant, ids } = await synced(3);
    await syncs().connector.sandbox.control(`/videos/${ids[0]}`, { public: false });
    syncs().editVideos(([second, third]) => [{ ...second, id: undefined }, third]);

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 1, skipped: 1 });

    expect((await syncs().videosOf(tenant)).map(({ videoId }) => videoId)).toEqual(ids.slice(1));
    expect((await goneOf(tenant)).map(({ videoId }) => videoId)).toEqual([ids[0]]);
  });

  it('marks nothing while an id is missing and the query by id does not help', async () => {
    const { tenant, ids } = await synced(3);
    await syncs().connector.sandbox.control(`/videos/${ids[0]}`, { public: false });
    syncs().editVideos(([second, third]) => [{ ...second, id: undefined }, third]);
    const stored = async () => {
      expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 1, skipped: 1 });
      return await syncs().videosOf(tenant);
    };
    for (const data of [{}, { videos: null }, { videos: [{ title: 'x' }] }]) {
      syncs().editor.edit('/v2/video/query/', ({ error }) => ({ error, data }));
      expect(await stored()).toHaveLength(3);
    }
    syncs().editor.answer('/v2/video/query/', { status: 404, json: 'not found' });
    expect(await stored()).toHaveLength(3);
  });
});
