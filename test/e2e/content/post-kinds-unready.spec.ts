import { describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';

const POST = { title: 'x', privacyLevel: 'PUBLIC_TO_EVERYONE' };

describe('A service whose own address TikTok would not fetch from', () => {
  const connector = useConnector();

  it('takes no photos to upload, and says what is to be set up', async () => {
    const { api } = await connector().tenant();

    const { status, body } = await api.provider('init-photo-upload', { ...POST, photoCount: 1 });

    expect({ status, code: body.code }).toEqual({ status: 409, code: 'media_url_unverified' });
    expect(body.detail).toMatch(/MEDIA_PUBLIC_URL.*tiktok-verification.*TIKTOK_VERIFIED_URLS/);
  });
});

describe('An app that TikTok has not audited', () => {
  const connector = useConnector({
    environment: { TIKTOK_APP_AUDITED: 'false', TIKTOK_VERIFIED_URLS: 'example.com' },
  });
  const photoUrls = ['https://media.example.com/1.jpg'];

  it.each([
    ['init-video-upload', {}],
    ['init-photo-upload', { photoUrls }],
  ])('is refused public posts by %s, and not drafts', async (action, more) => {
    const { api } = await connector().tenant();

    const refused = await api.provider(action, { ...POST, ...more });
    const draft = await api.provider(action, { title: 'x', mode: 'draft', ...more });

    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: 'unaudited_client_can_only_post_to_private_accounts',
        errors: [{ field: 'privacyLevel', message: expect.stringContaining('SELF_ONLY') }],
      },
    });
    expect(draft.status).toBe(200);
  });
});
