import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { sha256 } from '../../support/given/videos.js';
import { beginPhotos, photo, readyPhotos } from '../../support/given/photos.js';
import { begin, ready, untilStatus } from '../../support/given/publications.js';
import { CREATOR_INFO } from '../../support/sandbox-control.js';

const VIDEO_URL = 'https://media.example.com/spring.mp4';
const PHOTO_URLS = ['https://media.example.com/1.jpg', 'https://media.example.com/2.webp'];

// TikTok fetches media under another host name, as in production.
const connector = useConnector({
  environment: {
    MEDIA_PUBLIC_URL: 'https://connector.example.com',
    TIKTOK_VERIFIED_URLS: 'example.com',
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  },
  sandbox: { downloadMs: 20 },
});
beforeAll(async () => {
  const pullHosts = { 'connector.example.com': connector().url };
  await connector().sandbox.control('/settings', { pullHosts });
});

const order = (api: Parameters<typeof ready>[0], publishId: string, action = 'publish-video') =>
  api.provider(action, { publishId });
const atTikTok = async (username: string) => {
  const posts = await connector().sandbox.publicationsOf(username);
  expect(posts).toHaveLength(1);
  return posts[0];
};

describe('video post', () => {
  it('is posted directly with all options', async () => {
    const { api, username } = await connector().tenant();
    const publishId = await ready(api, {
      allowComment: true,
      brandOrganic: true,
      aiGenerated: true,
      coverTimestampMs: 1500,
    });
    await order(api, publishId);

    const { postIds } = await untilStatus(api, publishId, 'public');

    expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
    const post = await atTikTok(username);
    expect(post?.postIds).toEqual(postIds);
    expect(post?.postInfo).toMatchObject({
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
      brand_organic_toggle: true,
      brand_content_toggle: false,
      is_aigc: true,
      video_cover_timestamp_ms: 1500,
    });
  });

  it('is sent without brand and AI labels by default', async () => {
    const { api, username } = await connector().tenant();
    const publishId = await ready(api);
    await order(api, publishId);
    await untilStatus(api, publishId, 'public');

    expect((await atTikTok(username))?.postInfo).toMatchObject({
      brand_organic_toggle: false,
      brand_content_toggle: false,
      is_aigc: false,
    });
  });

  it('is fetched by TikTok from videoUrl without an upload', async () => {
    const { api, username } = await connector().tenant();
    const started = await begin(api, { videoUrl: VIDEO_URL });
    expect(started).toEqual({ publishId: started.publishId, status: 'ready' });
    await order(api, started.publishId);

    const { postIds } = await untilStatus(api, started.publishId, 'public');

    expect(await atTikTok(username)).toMatchObject({ mode: 'direct', pullUrls: [VIDEO_URL], postIds });
  });

  it.each([
    'https://s3.example.com/b/v.mp4?X-Amz-Credential=AKIA%2F20261128%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Signature=ab12',
    'https://storage.example.com/v0/b/app/o/uploads%2Fvideo.mp4?alt=media&token=0f8fad5b-d9cb-469f-a165-70867728950e',
  ])('is fetched from the exact presigned URL: %s', async (videoUrl) => {
    const { api, username } = await connector().tenant();
    const form = { title: 'x', privacyLevel: 'PUBLIC_TO_EVERYONE', videoUrl };
    const checked = await api.provider('validate-publication', form);
    expect(checked.body).toMatchObject({ ok: true, problems: [] });
    const { publishId } = await begin(api, { videoUrl });
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect(await atTikTok(username)).toMatchObject({ pullUrls: [videoUrl] });
  });

  it.each([
    ['uploaded', {}],
    ['fetched by TikTok', { videoUrl: VIDEO_URL }],
  ])('waits in the inbox as a draft until the creator posts it (%s)', async (_how, source) => {
    const { api, username } = await connector().tenant();
    const draft = { mode: 'draft' as const, privacyLevel: undefined, ...source };
    const calls = await connector().sandbox.calls(CREATOR_INFO);
    const publishId = 'videoUrl' in source ? (await begin(api, draft)).publishId : await ready(api, draft);
    await order(api, publishId);
    await untilStatus(api, publishId, 'in_inbox');
    const post = await atTikTok(username);
    expect(post).toMatchObject({ mode: 'draft', privacy: null });
    expect(await connector().sandbox.calls(CREATOR_INFO)).toBe(calls);

    await connector().sandbox.control(`/publications/${post?.id}`, { action: 'post' });

    const { postIds } = await untilStatus(api, publishId, 'public');
    expect(postIds).toEqual((await atTikTok(username))?.postIds);
  });
});

describe('photo post', () => {
  it('reaches TikTok byte for byte, in order, with the chosen cover', async () => {
    const { api, username } = await connector().tenant();
    const photos = [await photo(), await photo('webp'), await photo()];
    const publishId = await readyPhotos(api, photos, {
      photoTitle: 'Spring',
      coverIndex: 2,
      autoAddMusic: true,
      allowComment: true,
      brandedContent: true,
    });
    await order(api, publishId, 'publish-photo');

    const { postIds } = await untilStatus(api, publishId, 'public');

    expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
    const post = await atTikTok(username);
    expect(post?.pulled.map((file) => file.sha256)).toEqual(photos.map(sha256));
    expect(post).toMatchObject({
      kind: 'photo',
      coverIndex: 2,
      postInfo: {
        title: 'Spring',
        description: 'Spring is here #springfashion',
        privacy_level: 'PUBLIC_TO_EVERYONE',
        disable_comment: false,
        auto_add_music: true,
        brand_content_toggle: true,
        brand_organic_toggle: false,
      },
    });
  });

  it('is ready immediately when TikTok fetches the photos from URLs', async () => {
    const { api, username } = await connector().tenant();
    const started = await beginPhotos(api, { photoUrls: PHOTO_URLS });
    expect(started).toMatchObject({ status: 'ready', uploadUrls: [] });
    await order(api, started.publishId, 'publish-photo');

    await untilStatus(api, started.publishId, 'public');

    expect(await atTikTok(username)).toMatchObject({ pullUrls: PHOTO_URLS, coverIndex: 0 });
  });

  it('is sent as a draft with its texts only', async () => {
    const { api, username } = await connector().tenant();
    const photos = [await photo()];
    const publishId = await readyPhotos(api, photos, { mode: 'draft', photoTitle: 'Spring' });
    await order(api, publishId, 'publish-photo');

    await untilStatus(api, publishId, 'in_inbox');

    const post = await atTikTok(username);
    expect(post?.postInfo).toEqual({ title: 'Spring', description: 'Spring is here #springfashion' });
    expect(post?.pulled.map((file) => file.sha256)).toEqual(photos.map(sha256));
  });

  it('is no longer served once TikTok has the photos', async () => {
    const { api, username } = await connector().tenant();
    const publishId = await readyPhotos(api, [await photo()]);
    await order(api, publishId, 'publish-photo');
    await untilStatus(api, publishId, 'public');

    const [address = ''] = (await atTikTok(username))?.pullUrls ?? [];
    const { pathname } = new URL(address);
    expect((await fetch(new URL(pathname, connector().url))).status).toBe(404);
  });

  it('fails as a draft with advice when the TikTok app is too old', async () => {
    const { api } = await connector().tenant({ oldApp: true });
    const { publishId } = await beginPhotos(api, { mode: 'draft', photoUrls: PHOTO_URLS });
    await order(api, publishId, 'publish-photo');

    const { failCode, failReason } = await untilStatus(api, publishId, 'failed');

    expect(failCode).toBe('app_version_check_failed');
    expect(failReason).toContain('31.8');
  });
});

describe('posted draft', () => {
  it('is detected without a webhook', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control('/settings', { webhookUrl: '' });
    try {
      const publishId = await ready(api, { mode: 'draft' });
      await order(api, publishId);
      await untilStatus(api, publishId, 'in_inbox');
      const post = await atTikTok(username);
      await connector().sandbox.control(`/publications/${post?.id}`, { action: 'post', public: false });

      const seen = await eventually(async () => {
        await connector().hurry();
        const { body } = await api.provider('get-publish-status', { publishId });
        return body.status === 'published' && body;
      });

      expect(seen.postIds).toEqual([]);
    } finally {
      const webhookUrl = `${connector().url}/connect/webhook/tiktok`;
      await connector().sandbox.control('/settings', { webhookUrl });
    }
  });
});

describe('init-video-upload', () => {
  it('accepts title, caption and privacy level only', async () => {
    const { api } = await connector().tenant();
    const { status, body } = await api.provider('init-video-upload', {
      title: 'New product drop',
      caption: 'Spring',
      privacyLevel: 'PUBLIC_TO_EVERYONE',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'awaiting_upload',
      uploadUrl: expect.stringContaining('/uploads/'),
    });
  });
});
