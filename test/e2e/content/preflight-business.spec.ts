import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { follow } from '../../support/given/consent.js';
import { approve } from '../../support/given/family-consent.js';

const SETTINGS = 'GET /open_api/v1.3/business/video/settings/';
const connector = useConnector({
  environment: {
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,video.publish,video.upload',
    TIKTOK_BUSINESS_TIER: 'ultimate',
    // The Business API has no such audit.
    TIKTOK_APP_AUDITED: 'false',
  },
  sandbox: { business: { appLevel: 'ultimate' } },
});

/** Connects an account that allows publishing through the Business API only. */
async function businessTenant(
  account: Record<string, unknown> = {},
): Promise<Pick<Tenant, 'api' | 'username'>> {
  const username = `shop_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username, videos: 0, ...account });
  const api = connector().api();
  const { body } = await api.provider<{ authUrl: string }>('get-auth-url', {
    scopes: ['user.info.basic', 'business.creator.insights'],
    returnUrl: 'https://admin.example/integrations',
  });
  const second = await follow((await approve(body.authUrl, username)).href);
  await follow((await approve(second.href, username)).href);
  return { api, username };
}

describe('preflight of a Business-only account', () => {
  it('reads the settings from the Business API on each call', async () => {
    const { api, username } = await businessTenant({ commentDisabled: true, maxVideoSeconds: 60 });
    const before = await connector().sandbox.calls(SETTINGS);

    const { status, body } = await api.provider('get-creator-info', {});
    await connector().sandbox.control(`/accounts/${username}`, { commentDisabled: false });
    const again = await api.provider('get-creator-info', {});

    expect(status).toBe(200);
    expect(body).toMatchObject({
      route: 'business',
      canPost: true,
      nickname: expect.stringMatching(/\S/),
      interactions: { comment: { available: false } },
      limits: { videoSeconds: 60 },
    });
    expect(again.body).toMatchObject({ interactions: { comment: { available: true } } });
    expect((await connector().sandbox.calls(SETTINGS)) - before).toBe(2);
  });

  it('reports that videos are always public and applies the Business limits', async () => {
    const { api } = await businessTenant();
    const media = [{ durationSeconds: 2, sizeBytes: 1_000_000_001 }];

    const few = await api.provider('validate-publication', { title: 'x', privacyLevel: 'SELF_ONLY', media });
    const all = await api.provider('validate-publication', {
      title: 'x',
      privacyLevel: 'PUBLIC_TO_EVERYONE',
    });

    expect(few.body).toMatchObject({
      ok: false,
      problems: [
        { field: 'privacyLevel', rule: 'privacy_level_always_public' },
        { field: 'media[0].sizeBytes', rule: 'video_too_large', limit: 1_000_000_000 },
        { field: 'media[0].durationSeconds', rule: 'video_too_short', limit: 3 },
      ],
    });
    expect(all.body).toMatchObject({ ok: true, problems: [] });
  });
});
