import { beforeAll, describe, expect, it } from '@jest/globals';
import { businessTenant, PUBLISHING_SCOPES } from '../../support/given/business-tenant.js';
import { useConnector } from '../../support/connector.js';
import { clip, sha256 } from '../../support/given/videos.js';
import { beginPhotos, photo, readyPhotos } from '../../support/given/photos.js';
import { begin, ready, soon, untilStatus } from '../../support/given/publications.js';
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

describe('account with Business API publishing only', () => {
  it('posts an uploaded video that TikTok fetches byte for byte', async () => {
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

  it('cannot enable comments that the owner has switched off', async () => {
    const { api, username } = await tenant([], { commentDisabled: true });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL, allowComment: true });
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect((await atTikTok(username))?.postInfo).toMatchObject({ disable_comment: true });
  });

  it('posts a video with a track of the Commercial Music Library', async () => {
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

  it('posts photos with SELF_ONLY', async () => {
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

  it.each(['video', 'photo'])('keeps a %s draft in the inbox until the creator posts it', async (kind) => {
    const { api, username } = await tenant();
    const draft = { mode: 'draft' as const, privacyLevel: undefined };
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
  });

  it('reports why a post failed, with the text of the catalogue', async () => {
    const { api } = await tenant([], { failPostsWith: 'frame_rate_check_failed' });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL });
    await order(api, publishId);

    const { failCode, failReason } = await untilStatus(api, publishId, 'failed');

    expect(failCode).toBe('frame_rate_check_failed');
    expect(failReason).toContain('frame rate');
  });

  it('never posts twice when the response to publish is lost', async () => {
    const { api, username } = await tenant();
    await connector().sandbox.fault({ match: PUBLISH_VIDEO, kind: 'lost_response', times: 1 });
    const { publishId } = await begin(api, { videoUrl: VIDEO_URL });
    await order(api, publishId);

    await untilStatus(api, publishId, 'unknown', 'public');

    expect(await connector().sandbox.businessPublicationsOf(username)).toHaveLength(1);
  });

  it('rejects a private video with a reason', async () => {
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

describe('account with publishing at both APIs', () => {
  const LOGIN = ['video.publish'];

  it('uses the open API', async () => {
    const { api, username } = await tenant(LOGIN);
    const publishId = await ready(api);
    await order(api, publishId);

    await untilStatus(api, publishId, 'public');

    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
    expect(await connector().sandbox.businessPublicationsOf(username)).toEqual([]);
  });

  it('uses the Business API for music', async () => {
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

describe('get-creator-info music', () => {
  it.each([
    ['the Business API', () => tenant(), true],
    ['the open API alone', () => connector().tenant(), false],
  ])('describes the options of an account at %s', async (_which, connect, available) => {
    const { api } = await connect();

    const { status, body } = await api.provider<{ music: object }>('get-creator-info', {});

    expect(status).toBe(200);
    expect(body.music).toMatchObject({ track: { available }, automatic: { kinds: ['photo'] } });
  });
});

describe('list-commercial-music', () => {
  it('lists tracks with the fields that a post needs', async () => {
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

  it('returns 409 without a Business API consent and names what is missing', async () => {
    const { api } = await connector().tenant();

    const { status, body } = await api.provider('list-commercial-music', {});

    expect({ status, code: body.code }).toEqual({ status: 409, code: 'capability_missing' });
    expect(body.detail).toContain('comments and insights');
  });

  it.each([
    ['countryCode', 'germany'],
    ['dateRange', '2DAY'],
    ['genre', 'a'.repeat(41)],
  ])('reports an invalid %s', async (field, value) => {
    const { api } = await connector().tenant();

    const { status, body } = await api.provider('list-commercial-music', { [field]: value });

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field, message: expect.any(String) }]);
  });
});

describe('Business post with unknown outcome', () => {
  it('is matched to a post of the account by caption and time, and never sent again', async () => {
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
