import { describe, expect, it } from '@jest/globals';
import type { ConsentRef } from '../../integrations/index.js';
import { routeFor, type RoutedPost } from './routing-policy.js';

const consent = (...scopes: string[]): ConsentRef => ({
  credentialId: 'c',
  subject: 's',
  scopes,
  works: true,
});
const both = { login: consent('video.publish', 'video.upload'), account: consent('video.publish') };
const video: RoutedPost = { kind: 'video', mode: 'direct', privacyLevel: 'PUBLIC_TO_EVERYONE', options: {} };
const forItself: RoutedPost = { ...video, privacyLevel: 'SELF_ONLY' };
const withMusic: RoutedPost = { ...video, options: { music: { soundId: '1' } } };

describe('the route of a post', () => {
  it.each([
    ['the open API wherever possible', video, both, true, 'open_api'],
    [
      'the Business API when the login lacks the scope',
      video,
      { ...both, login: consent() },
      true,
      'business',
    ],
    [
      'the Business API when TikTok no longer accepts the login',
      video,
      { ...both, login: { ...both.login, works: false } },
      true,
      'business',
    ],
    ['the Business API for music', withMusic, both, true, 'business'],
    ['the Business API for public posts before the audit', video, both, false, 'business'],
    ['the open API for private posts before the audit', forItself, both, false, 'open_api'],
    ['decided by the scope for drafts, for a draft', { ...video, mode: 'draft' }, both, false, 'open_api'],
    [
      'the Business API for private photos',
      { ...forItself, kind: 'photo' },
      { account: both.account },
      true,
      'business',
    ],
    ['the open API without any consent, as its errors explain what is missing', video, {}, true, 'open_api'],
  ] as const)('is %s', (_name, post, consents, audited, route) => {
    expect(routeFor(post, consents, audited)).toEqual({ route });
  });

  it.each([
    [
      'a private video at the Business API',
      forItself,
      { account: both.account },
      true,
      'privacy_level_always_public',
    ],
    ['music at the open API', withMusic, { login: both.login }, true, 'music_needs_business_account'],
    [
      'a public post before the audit',
      video,
      { login: both.login },
      false,
      'unaudited_client_can_only_post_to_private_accounts',
    ],
  ] as const)('is rejected for %s', (_name, post, consents, audited, code) => {
    expect(routeFor(post, consents, audited)).toMatchObject({ problem: { code } });
  });
});
