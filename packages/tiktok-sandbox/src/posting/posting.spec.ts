import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, SandboxClient } from '../testing/sandbox-client.js';

const FILE = { source: 'FILE_UPLOAD', video_size: 10, chunk_size: 10, total_chunk_count: 1 };
const PULL = { source: 'PULL_FROM_URL', video_url: 'https://media.example.com/v.mp4' };
const PUBLIC = { privacy_level: 'PUBLIC_TO_EVERYONE' };

const code = (answer: Answer): unknown[] => [answer.status, answer.json['error']?.['code']];

describe('posting', () => {
  let client: SandboxClient;
  let token: string;
  beforeEach(async () => {
    // So slow that only the clock control advances anything.
    client = await SandboxClient.start({ processingMs: 60_000, moderationMs: 60_000, downloadMs: 60_000 });
    token = await client.accessToken();
  });
  afterEach(() => client.close());

  const post = (path: string, body: object): Promise<Answer> =>
    client.api(`/v2/post/publish/${path}`, token, body);
  const video = (post_info: object = PUBLIC, source_info: object = FILE): Promise<Answer> =>
    post('video/init/', { post_info, source_info });
  const draft = (source_info: object = FILE): Promise<Answer> => post('inbox/video/init/', { source_info });
  const advance = (advanceSeconds: number): Promise<Answer> => client.control('/clock', { advanceSeconds });
  const status = (answer: Answer): Promise<Answer> =>
    post('status/fetch/', { publish_id: answer.json['data']?.['publish_id'] });

  async function upload(answer: Answer): Promise<Answer> {
    await client.put(String(answer.json['data']?.['upload_url']), Buffer.alloc(10), 0, 10);
    return answer;
  }

  it('completes a public post first and reveals its id only after moderation', async () => {
    const init = await upload(await video());
    expect((await status(init)).json['data']).toEqual({ status: 'PROCESSING_UPLOAD', uploaded_bytes: 10 });
    await advance(60);
    expect((await status(init)).json['data']).toEqual({
      status: 'PUBLISH_COMPLETE',
      publicaly_available_post_id: [],
      uploaded_bytes: 10,
    });
    await advance(60);
    expect((await status(init)).text).toMatch(/"publicaly_available_post_id":\[\d{19}\]/);
  });

  it('never reveals or lists a private post', async () => {
    const init = await upload(await video({ privacy_level: 'SELF_ONLY', title: 'only me' }));
    await advance(600);
    expect((await status(init)).text).toContain('"publicaly_available_post_id":[]');
    const list = await client.api('/v2/video/list/?fields=title', token);
    expect(list.text).not.toContain('only me');
  });

  it('delivers a draft to the inbox, where the creator may post it', async () => {
    const init = await upload(await draft());
    await advance(60);
    expect((await status(init)).json['data']?.['status']).toBe('SEND_TO_USER_INBOX');
    const id = String(init.json['data']?.['publish_id']);
    expect(id).toMatch(/^v_inbox_file~v2\.\d{19}$/);
    await client.control(`/publications/${id}`, { action: 'post' });
    await advance(60);
    expect((await status(init)).text).toMatch(/PUBLISH_COMPLETE.*\[\d{19}\]/);
  });

  it('fails with the account’s `failPostsWith`, and when the user has removed the app in the meantime', async () => {
    await client.control('/accounts/demo', { failPostsWith: 'frame_rate_check_failed' });
    const init = await upload(await video());
    await advance(60);
    expect((await status(init)).json['data']).toMatchObject({
      status: 'FAILED',
      fail_reason: 'frame_rate_check_failed',
    });
    await client.control('/accounts/demo', { failPostsWith: null });
    await upload(await video());
    await client.control('/tokens/revoke', { account: 'demo' });
    await advance(60);
    expect((await client.control('/state', {}, 'GET')).text).toContain('"failReason":"auth_removed"');
  });

  it('pulls from a verified URL, which can be cancelled while it downloads', async () => {
    const init = await video(PUBLIC, PULL);
    expect(init.json['data']).toEqual({
      publish_id: expect.stringMatching(/^v_pub_url~v2-1\.\d{19}$/),
    });
    expect((await status(init)).json['data']?.['status']).toBe('PROCESSING_DOWNLOAD');
    const cancel = () => post('cancel/', { publish_id: init.json['data']?.['publish_id'] });
    expect(Object.keys((await cancel()).json)).toEqual(['error']);
    expect((await status(init)).json['data']?.['fail_reason']).toBe('publish_cancelled');
    expect(code(await cancel())).toEqual([400, 'publish_not_cancellable']);
  });

  it.each([
    ['an unverified domain', { ...PULL, video_url: 'https://elsewhere.test/v.mp4' }],
    ['plain http', { ...PULL, video_url: 'http://media.example.com/v.mp4' }],
    ['an IP address', { ...PULL, video_url: 'https://127.0.0.1/v.mp4' }],
  ])('refuses to pull from %s, without data', async (_case, source) => {
    const answer = await video(PUBLIC, source);
    expect(code(answer)).toEqual([403, 'url_ownership_unverified']);
    expect('data' in answer.json).toBe(false);
  });

  it.each([
    ['no source', PUBLIC, {}, 400, 'invalid_params'],
    ['numbers as text', PUBLIC, { ...FILE, video_size: '10' }, 400, 'invalid_params'],
    ['a title above 2200 units', { ...PUBLIC, title: 'x'.repeat(2201) }, FILE, 400, 'invalid_params'],
    [
      'a privacy level not offered',
      { privacy_level: 'FOLLOWER_OF_CREATOR' },
      FILE,
      403,
      'privacy_level_option_mismatch',
    ],
    ['no privacy level', {}, FILE, 403, 'privacy_level_option_mismatch'],
    [
      'private branded content',
      { privacy_level: 'SELF_ONLY', brand_content_toggle: true },
      FILE,
      400,
      'invalid_params',
    ],
    ['a toggle that is no boolean', { ...PUBLIC, is_aigc: 'yes' }, FILE, 400, 'invalid_params'],
  ])('refuses %s', async (_case, info, source, expectedStatus, expectedCode) => {
    expect(code(await video(info, source))).toEqual([expectedStatus, expectedCode]);
  });

  it('lets an unaudited app post only to private accounts, only for the owner', async () => {
    await client.control('/settings', { audited: false });
    const refused = [403, 'unaudited_client_can_only_post_to_private_accounts'];
    expect(code(await video({ privacy_level: 'SELF_ONLY' }))).toEqual(refused);
    await client.control('/accounts/demo', { private: true });
    expect(code(await video({ privacy_level: 'FOLLOWER_OF_CREATOR' }))).toEqual(refused);
    expect(code(await video({ privacy_level: 'SELF_ONLY' }))).toEqual([200, 'ok']);
  });

  it('offers a private account no public level', async () => {
    await client.control('/accounts/demo', { private: true });
    const { json } = await post('creator_info/query/', {});
    expect(json['data']).toMatchObject({
      privacy_level_options: ['FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
      duet_disabled: true,
      stitch_disabled: true,
    });
  });

  it('returns 403 at init and 200 at creator info to a creator who may not post', async () => {
    await client.control('/accounts/demo', { banned: true });
    expect(code(await video())).toEqual([403, 'spam_risk_user_banned_from_posting']);
    expect(code(await post('creator_info/query/', {}))).toEqual([200, 'spam_risk_user_banned_from_posting']);
  });

  it('accepts 15 posts a day and 5 pending drafts', async () => {
    await client.control('/settings', { limits: { init: 0 } });
    for (let count = 0; count < 15; count += 1) expect(code(await video())).toEqual([200, 'ok']);
    expect(code(await video())).toEqual([403, 'spam_risk_too_many_posts']);
    for (let count = 0; count < 5; count += 1) expect(code(await draft())).toEqual([200, 'ok']);
    expect(code(await draft())).toEqual([403, 'spam_risk_too_many_pending_share']);
    await advance(86_400);
    token = await client.accessToken();
    expect(code(await video())).toEqual([200, 'ok']);
  });

  it('accepts six inits a minute per token', async () => {
    for (let count = 0; count < 6; count += 1) expect((await video()).status).toBe(200);
    expect(code(await video())).toEqual([429, 'rate_limit_exceeded']);
    await advance(60);
    expect((await video()).status).toBe(200);
  });

  it('posts photos by URL only', async () => {
    const photos = (more: object, source: object = {}) =>
      post('content/init/', {
        media_type: 'PHOTO',
        post_mode: 'DIRECT_POST',
        post_info: PUBLIC,
        source_info: {
          source: 'PULL_FROM_URL',
          photo_images: ['https://example.com/1.jpg'],
          photo_cover_index: 0,
          ...source,
        },
        ...more,
      });
    const good = await photos({});
    expect(good.json['data']).toEqual({ publish_id: expect.stringMatching(/^p_pub_url~v2\.\d{19}$/) });
    const wrong = await photos({ post_mode: 'DIRECT POST' });
    expect(wrong.json['error']).toMatchObject({ message: 'Invalid media_type or post_mode' });
    const file = await photos({}, { source: 'FILE_UPLOAD' });
    expect(file.json['error']?.['message']).toBe('The request source info is empty or incorrect');
    expect(code(await photos({ post_info: { ...PUBLIC, title: 'x'.repeat(91) } }))).toEqual([
      400,
      'invalid_params',
    ]);
  });

  it('distinguishes an unknown publish_id from another account’s', async () => {
    expect(code(await post('status/fetch/', { publish_id: 'v_pub_file~v2-1.1' }))).toEqual([
      400,
      'invalid_publish_id',
    ]);
    const init = await video();
    await client.control('/accounts', { username: 'other', videos: 0 });
    token = await client.accessToken({ sandbox_account: 'other' });
    expect(code(await status(init))).toEqual([400, 'token_not_authorized_for_specified_publish_id']);
  });

  it('counts six inits for all three endpoints together, by setting', async () => {
    await client.control('/settings', { initLimit: 'shared', limits: { pendingShares: 0 } });
    for (let count = 0; count < 3; count += 1) {
      expect((await video()).status).toBe(200);
      expect((await draft()).status).toBe(200);
    }
    expect(code(await draft())).toEqual([429, 'rate_limit_exceeded']);
  });

  it('limits the creators that post in a day, at init and within 200 at creator info', async () => {
    await client.control('/settings', { limits: { activeUsersPerDay: 1 } });
    expect(code(await video())).toEqual([200, 'ok']);
    await client.control('/accounts', { username: 'second', videos: 0 });
    token = await client.accessToken({ sandbox_account: 'second' });
    expect(code(await video())).toEqual([403, 'reached_active_user_cap']);
    expect(code(await post('creator_info/query/', {}))).toEqual([200, 'reached_active_user_cap']);
    await client.control('/settings', { rateLimits: false });
    expect(code(await video())).toEqual([200, 'ok']);
  });

  it('posts one draft several times, with an id for each', async () => {
    const init = await upload(await draft());
    await advance(60);
    const id = String(init.json['data']?.['publish_id']);
    for (let count = 0; count < 2; count += 1) {
      await client.control(`/publications/${id}`, { action: 'post' });
      await advance(60);
    }
    expect((await status(init)).text).toMatch(/"publicaly_available_post_id":\[\d{19},\d{19}\]/);
  });

  it('abandons a pull after an hour, and checks the ownership of its URL again at cancel', async () => {
    await client.control('/settings', { downloadMs: 7_200_000 });
    const init = await video(PUBLIC, PULL);
    await client.control('/settings', { verifiedUrls: [] });
    const cancel = await post('cancel/', { publish_id: init.json['data']?.['publish_id'] });
    expect(code(cancel)).toEqual([403, 'url_ownership_unverified']);
    await advance(3600);
    expect((await status(init)).json['data']?.['fail_reason']).toBe('video_pull_failed');
  });

  it('reports an own post that is hidden, shown again and deleted', async () => {
    const init = await upload(await video());
    await advance(120);
    const id = /\[(\d{19})\]/.exec((await status(init)).text)?.[1] ?? '';
    await client.control(`/videos/${id}`, { public: false });
    await client.control(`/videos/${id}`, { public: true });
    await client.control(`/videos/${id}`, {}, 'DELETE');
    const { json } = await client.control('/webhooks', {}, 'GET');
    const events = (json['deliveries'] as unknown as { event: string; body: string }[]).slice(-3);
    expect(events.map(({ event }) => event)).toEqual([
      'post.publish.no_longer_publicaly_available',
      'post.publish.publicly_available',
      'post.publish.no_longer_publicaly_available',
    ]);
    expect(JSON.parse((JSON.parse(events[0]?.body ?? '') as { content: string }).content)).toEqual({
      publish_id: init.json['data']?.['publish_id'],
      publish_type: 'DIRECT_PUBLISH',
      post_id: id,
    });
  });

  const photo = (post_mode: string, url: string): Promise<Answer> =>
    post('content/init/', {
      media_type: 'PHOTO',
      post_mode,
      post_info: PUBLIC,
      source_info: { source: 'PULL_FROM_URL', photo_images: [url], photo_cover_index: 0 },
    });

  it('requires a recent app for photo drafts, and photos that are not PNG', async () => {
    await client.control('/accounts/demo', { oldApp: true });
    expect(code(await photo('MEDIA_UPLOAD', 'https://example.com/1.jpg'))).toEqual([
      400,
      'app_version_check_failed',
    ]);
    const png = await photo('DIRECT_POST', 'https://example.com/1.png');
    await advance(120);
    expect((await status(png)).json['data']?.['fail_reason']).toBe('file_format_check_failed');
  });
});
