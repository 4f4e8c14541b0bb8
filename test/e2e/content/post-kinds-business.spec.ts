import { beforeAll, describe, expect, it } from '@jest/globals';
import { businessTenant, PUBLISHING_SCOPES } from '../../support/business-tenant.js';
import { useConnector } from '../../support/connector.js';
import { clip, sha256 } from '../../support/media.js';
import { beginPhotos, photo, readyPhotos } from '../../support/photos.js';
import { begin, ready, soon, untilStatus } from '../../support/publishing.js';
import { INIT, type SandboxPublication } from '../../support/sandbox-control.js';

const VIDEO_URL = 'https://media.example.com/spring.mp4';
const PUBLISH_VIDEO = 'POST /open_api/v1.3/business/video/publish/';

const connector = useConnector({
  environment: {
    MEDIA_PUBLIC_URL: 'https://connector.example.com',
    TIKTOK_VERIFIED_URLS: 'example.com',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: PUBLISHING_SCOPES,
    TIKTOK_BUSINESS_TIER: 'ultimate',
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  },
  sandbox: { downloadMs: 20, business: { appLevel: 'ultimate' } },
});
beforeAll(async () => {
  const pullHosts = { 'connector.example.com': connector().url };
  await connector().sandbox.control('/settings', { pullHosts });
});

const tenant = (login: string[] = [], account: Record<string, unknown> = {}) =>
  businessTenant(connector(), login, account);
const order = (api: Parameters<typeof ready>[0], publishId: string) =>
  api.provider('publish-video', { publishId });
const atTikTok = async (username: string): Promise<SandboxPublication | undefined> => {
  const posts = await connector().sandbox.businessPublicationsOf(username);
  expect(posts).toHaveLength(1);
  return posts[0];
};

describe('An account that may publish only through the Business API', () => {
  it('posts an uploaded video, which TikTok fetches here byte for byte', async () => {
    const { api, username } = await tenant();
    const publishId = await ready(api, {
      allowComment: true,
      brandedContent: true,
      aiGenerated: true,
      coverTimestampMs: 900,
    });
    await order(api, publishId);

    const { postIds } = await untilStatus(api, publishId, 'public');

    const post = await atTikTok(username);
    expect(post?.pulled.map((file) => file.sha256)).toEqual([sha256(await clip())]);
    expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
    expect(post?.postIds).toEqual(postIds);
    expect(post?.postInfo).toEqual({
      caption: 'Check out our spring collection #springfashion',
      is_brand_organic: false,
      is_branded_content: true,
      is_ai_generated: true,
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
      thumbnail_offset: 900,
      upload_to_draft: false,
    });
  });

  it('cannot switch on what its owner has switched off', async () => {
    const { api, username } = await tenant([], { commentDisabled: true });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL, allowComment: true });
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect((await atTikTok(username))?.postInfo).toMatchObject({ disable_comment: true });
  });

  it('posts a video with a piece of the Commercial Music Library', async () => {
    const { api, username } = await tenant();
    const { body } = await api.provider<{ tracks: { soundId: string }[] }>('list-commercial-music', {});
    const soundId = body.tracks[0]?.soundId ?? '';
    const music = { soundId, volume: 60, startMs: 1000, endMs: 4000, originalSoundVolume: 0 };
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL, music });
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect((await atTikTok(username))?.postInfo.music_sound_info).toEqual({
      music_sound_id: soundId,
      music_sound_volume: 60,
      music_sound_start: 1000,
      music_sound_end: 4000,
      video_original_sound_volume: 0,
    });
  });

  it('posts photos, also for itself alone', async () => {
    const { api, username } = await tenant();
    const photos = [await photo(), await photo('webp')];
    const publishId = await readyPhotos(api, photos, {
      privacyLevel: 'SELF_ONLY',
      coverIndex: 1,
      autoAddMusic: true,
    });
    await order(api, publishId);

    await untilStatus(api, publishId, 'published');

    const post = await atTikTok(username);
    expect(post?.pulled.map((file) => file.sha256)).toEqual(photos.map(sha256));
    expect(post).toMatchObject({
      coverIndex: 1,
      postInfo: { privacy_level: 'SELF_ONLY', auto_add_music: true, is_draft: false },
    });
  });

  it.each(['video', 'photo'])(
    'leaves a draft of a %s in the inbox until the creator posts it',
    async (kind) => {
      const { api, username } = await tenant();
      const draft = { mode: 'draft', privacyLevel: undefined };
      const photoUrls = ['https://media.example.com/1.jpg'];
      const { publishId } =
        kind === 'video'
          ? await begin(api, { ...draft, videoUrl: VIDEO_URL })
          : await beginPhotos(api, { ...draft, photoUrls });
      await order(api, publishId);
      await untilStatus(api, publishId, 'in_inbox');
      const post = await atTikTok(username);
      expect(post).toMatchObject({ mode: 'draft' });

      await connector().sandbox.control(`/publications/${post?.id}`, { action: 'post' });

      const { postIds } = await untilStatus(api, publishId, 'public');
      expect(postIds).toEqual((await atTikTok(username))?.postIds);
    },
  );

  it('is told why a post failed, in the words of the catalogue', async () => {
    const { api } = await tenant([], { failPostsWith: 'frame_rate_check_failed' });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL });
    await order(api, publishId);

    const { failCode, failReason } = await untilStatus(api, publishId, 'failed');

    expect(failCode).toBe('frame_rate_check_failed');
    expect(failReason).toContain('frame rate');
  });

  it('posts nothing twice when the answer to publishing is lost', async () => {
    const { api, username } = await tenant();
    await connector().sandbox.fault({ match: PUBLISH_VIDEO, kind: 'lost_response', times: 1 });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL });
    await order(api, publishId);

    await untilStatus(api, publishId, 'unknown', 'public');

    expect(await connector().sandbox.businessPublicationsOf(username)).toHaveLength(1);
  });

  it('is refused a private video, with the reason', async () => {
    const { api } = await tenant();

    const { status, body } = await api.provider('init-video-upload', {
      title: 'x',
      privacyLevel: 'SELF_ONLY',
    });

    expect({ status, code: body.code }).toEqual({ status: 400, code: 'privacy_level_always_public' });
    expect(body.errors).toMatchObject([
      { field: 'privacyLevel', message: expect.stringContaining('must be PUBLIC_TO_EVERYONE') },
    ]);
  });
});

describe('An account that may publish through both', () => {
  const LOGIN = ['video.publish'];

  it('goes by the open API', async () => {
    const { api, username } = await tenant(LOGIN);
    const publishId = await ready(api);
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
    expect(await connector().sandbox.businessPublicationsOf(username)).toEqual([]);
  });

  it('goes by the Business API for music, which the open API does not have', async () => {
    const { api, username } = await tenant(LOGIN);
    const before = await connector().sandbox.calls(INIT);
    const { publishId } = await begin(api, {
      videoUrl: VIDEO_URL,
      music: { soundId: '7000000000000000001' },
    });
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect(await atTikTok(username)).toMatchObject({ kind: 'video' });
    expect(await connector().sandbox.calls(INIT)).toBe(before);
  });
});

describe('What music a post may have', () => {
  it.each([
    ['the Business API', () => tenant(), true],
    ['the open API alone', () => connector().tenant(), false],
  ])('is told for an account at %s', async (_which, connect, available) => {
    const { api } = await connect();

    const { status, body } = await api.provider<{ music: object }>('get-creator-info', {});

    expect(status).toBe(200);
    expect(body.music).toMatchObject({ track: { available }, automatic: { kinds: ['photo'] } });
  });
});

describe('list-commercial-music', () => {
  it('shows tracks with what a post needs', async () => {
    const { api } = await tenant();

    const { status, body } = await api.provider<{ tracks: object[] }>('list-commercial-music', {
      countryCode: 'DE',
      dateRange: '30DAY',
    });

    expect(status).toBe(200);
    expect(body.tracks).toHaveLength(5);
    expect(body.tracks[0]).toMatchObject({
      soundId: expect.stringMatching(/^\d+$/),
      name: expect.any(String),
      durationSeconds: expect.any(Number),
      rank: 1,
      previewUrl: expect.stringMatching(/^http/),
    });
  });

  it('says what is missing for an account that has not consented there', async () => {
    const { api } = await connector().tenant();

    const { status, body } = await api.provider('list-commercial-music', {});

    expect({ status, code: body.code }).toEqual({ status: 409, code: 'capability_missing' });
    expect(body.detail).toContain('comments and insights');
  });

  it.each([
    ['countryCode', 'germany'],
    ['dateRange', '2DAY'],
    ['genre', 'a'.repeat(41)],
  ])('names a bad %s', async (field, value) => {
    const { api } = await connector().tenant();

    const { status, body } = await api.provider('list-commercial-music', { [field]: value });

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field, message: expect.any(String) }]);
  });
});

describe('A Business post of which nobody knows', () => {
  it('is found among the posts of the account, by caption and time, and is not sent again', async () => {
    const { api, username } = await tenant();
    await connector().sandbox.fault({ match: PUBLISH_VIDEO, kind: 'lost_response', times: 1 });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL, caption: 'Found again 👋' });
    await order(api, publishId);
    await untilStatus(api, publishId, 'unknown');

    const { postIds } = await soon(connector(), api, publishId, 'public');

    expect(postIds).toEqual((await atTikTok(username))?.postIds);
    const [row] = await connector().database.query<{ settled_by: string }>(
      'SELECT settled_by FROM publications WHERE id = $1',
      [publishId],
    );
    expect(row?.settled_by).toBe('video_list');
  });
});
