import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { RETURN_URL, connectAccount } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { clip, largeVideo, sha256 } from '../../support/given/videos.js';
import { begin, statusOf, untilStatus } from '../../support/given/publications.js';
import { FORMS, upload, uploadFile } from '../../support/given/uploads.js';

const connector = useConnector();

interface Video {
  videoId: string;
  views: number;
  likes: number;
  comments: number;
  shares: number;
  caption: string;
  publishedAt: string;
  capturedAt: string;
}

describe('The main job', () => {
  it('connects an account, publishes a video, syncs its engagement and receives webhooks', async () => {
    const { sandbox } = connector();
    const { api, integrationId, username } = await connector().tenant({ videos: 3 });

    const list =
      await api.get<PageBody<{ id: string; status: string; username: string }>>('/api/integrations');
    expect(list.body.items).toEqual([
      expect.objectContaining({ id: integrationId, platform: 'tiktok', status: 'active', username }),
    ]);

    const bytes = await clip();
    const { publishId, uploadUrl } = await begin(api);
    expect(await statusOf(api, publishId)).toMatchObject({
      publishId,
      status: 'awaiting_upload',
      postIds: [],
    });
    const uploaded = await upload(api, uploadUrl, bytes);
    expect(uploaded.body).toEqual({
      publishId,
      position: 0,
      status: 'ready',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      mediaType: 'video/mp4',
      facts: { format: 'mp4', codec: 'h264', width: 540, height: 960, frameRate: 30, durationSeconds: 4 },
      problems: [],
      warnings: [],
    });
    const published = await api.provider('publish-video', { publishId });
    expect(published).toMatchObject({ status: 202, body: { publishId, status: 'publishing' } });

    const { postIds, failReason, progress } = await untilStatus(
      api,
      publishId,
      'public',
      'failed',
      'unknown',
    );
    expect(failReason).toBeUndefined();
    expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
    expect(progress).toEqual({ uploadedBytes: bytes.length, totalBytes: bytes.length });
    const [post, ...others] = await sandbox.publicationsOf(username);
    expect(others).toEqual([]);
    expect(post).toMatchObject({
      sha256: sha256(bytes),
      caption: 'Check out our spring collection #springfashion',
      privacy: 'PUBLIC_TO_EVERYONE',
      postIds,
    });
    expect(await eventually(async () => (await connector().stagedFiles()).length === 0)).toBe(true);

    const sync = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
      platform: 'tiktok',
      syncType: 'all',
    });
    expect(sync.status).toBe(202);
    expect(sync.body.runIds).toHaveLength(2);
    const runs = await eventually(async () => {
      const { body } =
        await api.get<PageBody<{ id: string; status: string; items: number; syncType: string }>>(
          '/api/sync/runs',
        );
      // The webhook of the post may have started a run of its own.
      const asked = body.items.filter(({ id }) => sync.body.runIds.includes(id));
      return asked.length === 2 && asked.every((run) => run.status === 'succeeded') && asked;
    });
    expect(runs.find((run) => run.syncType === 'videos')?.items).toBe(4);
    const videos = await api.get<PageBody<Video>>('/api/social-activity/videos');
    expect(videos.body.items).toHaveLength(4);
    const video = videos.body.items.find(({ videoId }) => videoId === postIds[0]);
    expect(video).toMatchObject({ caption: 'Check out our spring collection #springfashion' });
    for (const figure of [video?.views, video?.likes, video?.comments, video?.shares])
      expect(figure).toEqual(expect.any(Number));
    expect(Date.parse(video?.capturedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(video?.publishedAt ?? ''));

    const events = await eventually(async () => {
      const { body } = await api.get<PageBody<{ event: string; status: string }>>('/api/webhooks/events');
      return body.items.length >= 2 && body.items.every(({ status }) => status === 'processed') && body.items;
    });
    expect(events.map(({ event }) => event).toSorted()).toEqual([
      'post.publish.complete',
      'post.publish.publicly_available',
    ]);
  });

  it('ends the consent at the return address with the integration in its query', async () => {
    const { api } = await connector().tenant();
    await connector().sandbox.control('/accounts', { username: 'lands_there', videos: 0 });

    const landed = await connectAccount(api, { account: 'lands_there' });

    expect(landed.origin + landed.pathname).toBe(RETURN_URL);
    expect(landed.searchParams.get('status')).toBe('connected');
    expect(landed.searchParams.get('integrationId')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(FORMS)(
    'sends a video of 70 MB, uploaded as %s, to TikTok in several chunks and byte for byte',
    async (form) => {
      const { api, username } = await connector().tenant();
      const file = await largeVideo(70_000_000);
      try {
        const { publishId, uploadUrl } = await begin(api);
        const uploaded = await uploadFile(uploadUrl, file, form);
        expect(uploaded).toMatchObject({ status: 200, body: { sizeBytes: file.size, sha256: file.sha256 } });
        await api.provider('publish-video', { publishId });

        await untilStatus(api, publishId, 'public');

        const [post] = await connector().sandbox.publicationsOf(username);
        expect(post?.sha256).toBe(file.sha256);
        expect(post?.chunks.length).toBeGreaterThan(1);
        expect(post?.chunks.at(-1)?.last).toBe(file.size - 1);
      } finally {
        await file.remove();
      }
    },
  );

  it('keeps a private post out of public: published, without a post id', async () => {
    const { api, username } = await connector().tenant();
    const { publishId, uploadUrl } = await begin(api, { privacyLevel: 'SELF_ONLY' });
    await upload(api, uploadUrl, await clip());
    await api.provider('publish-video', { publishId });

    const { postIds } = await untilStatus(api, publishId, 'published', 'public');

    expect(await statusOf(api, publishId)).toMatchObject({ status: 'published', postIds: [] });
    expect(postIds).toEqual([]);
    expect(await connector().sandbox.publicationsOf(username)).toMatchObject([{ privacy: 'SELF_ONLY' }]);
  });
});
