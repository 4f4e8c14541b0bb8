import { describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';

const POST = { title: 'x', privacyLevel: 'PUBLIC_TO_EVERYONE' };

describe('service without a verified media URL', () => {
  const connector = useConnector();

  it('rejects photo uploads and names the settings to change', async () => {
    const { api } = await connector().tenant();

    const { status, body } = await api.provider('init-photo-upload', { ...POST, photoCount: 1 });

    expect({ status, code: body.code }).toEqual({ status: 409, code: 'media_url_unverified' });
    expect(body.detail).toMatch(/MEDIA_PUBLIC_URL.*tiktok-verification.*TIKTOK_VERIFIED_URLS/);
  });
});

describe('unaudited app', () => {
  const connector = useConnector({
    environment: { TIKTOK_APP_AUDITED: 'false', TIKTOK_VERIFIED_URLS: 'example.com' },
  });
  const photoUrls = ['https://media.example.com/1.jpg'];

  it.each([
    ['init-video-upload', {}],
    ['init-photo-upload', { photoUrls }],
  ])('rejects public posts at %s and accepts drafts', async (action, more) => {
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
