import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../support/api-client.js';
import { connectAccount } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { beginPhotos, photo } from '../../support/given/photos.js';
import { upload } from '../../support/given/uploads.js';

const VIDEO_URL = 'https://media.example.com/spring.mp4';
const INITS = ['video/init/', 'inbox/video/init/', 'content/init/', 'creator_info/query/'];

const connector = useConnector({
  environment: { MEDIA_PUBLIC_URL: 'https://connector.example.com', TIKTOK_VERIFIED_URLS: 'example.com' },
});
let api: ApiClient;
beforeAll(async () => {
  ({ api } = await connector().tenant());
});

const VIDEO = { title: 'x', privacyLevel: 'SELF_ONLY' };
const PHOTOS = { ...VIDEO, photoCount: 2 };
const callsToTikTok = async (): Promise<number> => {
  const calls = INITS.map((path) => connector().sandbox.calls(`POST /v2/post/publish/${path}`));
  return (await Promise.all(calls)).reduce((sum, count) => sum + count, 0);
};

interface Refusal {
  code: string;
  detail: string;
  errors?: { field: string; message: string }[];
}

describe('init calls with invalid posts', () => {
  it.each<[string, string, object, string, RegExp]>([
    [
      'video',
      'videoUrl',
      { videoUrl: 'https://elsewhere.test/v.mp4' },
      'url_ownership_unverified',
      /TIKTOK_VERIFIED_URLS/,
    ],
    ['video', 'videoUrl', { videoUrl: 'http://media.example.com/v.mp4' }, 'url_invalid', /https/],
    ['video', 'privacyLevel', { privacyLevel: undefined }, 'invalid_input', /one of/],
    ['video', 'mode', { mode: 'later' }, 'invalid_input', /direct, draft/],
    ['video', 'coverTimestampMs', { coverTimestampMs: -1 }, 'invalid_input', /0/],
    ['video', 'brandOrganic', { brandOrganic: 'yes' }, 'invalid_input', /boolean/],
    ['video', 'caption', { caption: 'x'.repeat(2201) }, 'invalid_input', /2200/],
    ['video', 'caption', { caption: '🎉'.repeat(1101) }, 'invalid_input', /2200.*emoji are two/],
    ['video', 'music', { music: { soundId: '1' } }, 'music_needs_business_account', /must be left out/],
    ['video', 'music.volume', { music: { soundId: '1', volume: 101 } }, 'invalid_input', /100/],
    ['video', 'music.endMs', { music: { soundId: '1', startMs: 5, endMs: 5 } }, 'invalid_input', /after/],
    ['photo', 'photoCount', { photoCount: 36 }, 'invalid_input', /35/],
    ['photo', 'photoCount', { photoCount: undefined }, 'invalid_input', /photoUrls/],
    ['photo', 'photoCount', { photoUrls: ['https://example.com/1.jpg'] }, 'invalid_input', /left out/],
    [
      'photo',
      'photoUrls',
      { photoCount: undefined, photoUrls: Array.from({ length: 36 }, () => 'https://example.com/1.jpg') },
      'invalid_input',
      /35/,
    ],
    [
      'photo',
      'photoUrls[1]',
      { photoCount: undefined, photoUrls: ['https://example.com/1.jpg', 'https://elsewhere.test/2.jpg'] },
      'url_ownership_unverified',
      /verified/,
    ],
    ['photo', 'coverIndex', { coverIndex: 2 }, 'invalid_input', /0 to 1/],
    ['photo', 'photoTitle', { photoTitle: 'x'.repeat(91) }, 'invalid_input', /90/],
    ['photo', 'photoTitle', { photoTitle: '🎉'.repeat(46) }, 'invalid_input', /90/],
    ['photo', 'aiGenerated', { aiGenerated: true }, 'invalid_input', /not a field/],
  ])(
    'reject a %s with an invalid %s before TikTok is called: %j',
    async (kind, field, change, code, message) => {
      const before = await callsToTikTok();
      const base = kind === 'video' ? VIDEO : PHOTOS;

      const { status, body } = await api.provider<Refusal>(`init-${kind}-upload`, { ...base, ...change });

      expect({ status, code: body.code }).toEqual({ status: 400, code });
      expect(body.errors).toMatchObject([{ field, message: expect.stringMatching(message) }]);
      expect(await callsToTikTok()).toBe(before);
    },
  );

  it('return 409 with the missing scope when drafts are not allowed', async () => {
    const { username } = await connector().tenant();
    const scopes = ['user.info.basic', 'video.publish'];
    const fresh = connector().api();
    await connectAccount(fresh, { account: username, scopes });

    const { status, body } = await fresh.provider<Refusal>('init-video-upload', { ...VIDEO, mode: 'draft' });

    expect({ status, code: body.code }).toEqual({ status: 409, code: 'capability_missing' });
    expect(body.detail).toContain('video.upload');
  });

  it('return 415 for a PNG at upload', async () => {
    const { uploadUrls } = await beginPhotos(api, { photoCount: 1 });

    const { status } = await upload(api, uploadUrls[0] ?? '', await photo('png'), 'raw');

    expect(status).toBe(415);
  });
});

describe('draft', () => {
  it('ignores the privacy level', async () => {
    const body = { title: 'x', mode: 'draft', privacyLevel: 'NONSENSE', videoUrl: VIDEO_URL };
    const { status, body: started } = await api.provider<{ publishId: string }>('init-video-upload', body);
    const seen = await api.provider('get-publish-status', { publishId: started.publishId });

    expect(status).toBe(200);
    expect(seen.body).toMatchObject({ mode: 'draft', privacyLevel: null });
  });
});
