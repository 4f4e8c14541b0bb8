import { describe, expect, it } from '@jest/globals';
import { PRIVATE_CREATOR, PUBLIC_CREATOR } from '../rules/testing/posts.js';
import { creatorInfoView } from './creator-info.mapper.js';
import type { CreatorState } from './creator-info.client.js';

const profile = { nickname: 'Demo', username: 'demo', avatarUrl: 'https://cdn.example/a.jpeg' };
const of = (state: CreatorState, audited = true) => creatorInfoView('an-id', 'open_api', state, audited);

describe('creatorInfoView', () => {
  it('offers the account’s privacy levels and preselects none', () => {
    const view = of({ canPost: true, creator: PUBLIC_CREATOR, profile });

    expect(view).toMatchObject({
      ...profile,
      canPost: true,
      limits: { videoSeconds: 600, videoCaption: 2200 },
    });
    expect(view.privacyLevels).toEqual([
      { value: 'PUBLIC_TO_EVERYONE', label: 'Everyone', available: true },
      { value: 'MUTUAL_FOLLOW_FRIENDS', label: 'Friends', available: true },
      { value: 'SELF_ONLY', label: 'Only you', available: true },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/default|selected":/);
  });

  it('marks interactions that the creator has switched off, with the reason', () => {
    const { interactions } = of({ canPost: true, creator: PRIVATE_CREATOR, profile });

    expect(interactions.comment).toEqual({ available: true });
    expect(interactions.duet).toMatchObject({ available: false, reason: expect.stringMatching(/duets off/) });
    expect(interactions.stitch).toMatchObject({
      available: false,
      reason: expect.stringMatching(/stitches off/),
    });
  });

  it('returns the reason when the creator cannot post', () => {
    const view = of({ canPost: false, refusal: 'spam_risk_too_many_posts', profile: { nickname: 'Demo' } });

    expect(view).toMatchObject({
      nickname: 'Demo',
      canPost: false,
      refusal: { code: 'spam_risk_too_many_posts', fixableBy: 'user', retry: 'tomorrow' },
      privacyLevels: [],
    });
    expect(view.refusal?.message).toMatch(/daily limit.*tomorrow/);
  });

  it('allows only SELF_ONLY posts to private accounts before the audit', () => {
    const open = of({ canPost: true, creator: PUBLIC_CREATOR, profile }, false);
    const closed = of({ canPost: true, creator: PRIVATE_CREATOR, profile }, false);

    expect(open).toMatchObject({
      canPost: false,
      refusal: { code: 'unaudited_client_can_only_post_to_private_accounts' },
    });
    expect(closed.canPost).toBe(true);
    expect(closed.privacyLevels.filter(({ available }) => available)).toMatchObject([{ value: 'SELF_ONLY' }]);
    expect(closed.app.statusText).toMatch(/5 users.*set to private.*draft.*audit/);
  });

  it('returns TikTok’s wording for consent and disclosure, with links', () => {
    const { consent, disclosure } = of({ canPost: true, creator: PUBLIC_CREATOR, profile });

    expect(consent.plain.text).toBe("By posting, you agree to TikTok's Music Usage Confirmation.");
    expect(consent.branded.links.map(({ text }) => text)).toEqual([
      'Branded Content Policy',
      'Music Usage Confirmation',
    ]);
    for (const { text, links } of Object.values(consent)) {
      for (const link of links) {
        expect(text).toContain(link.text);
        expect(link.url).toMatch(/^https:\/\/www\.tiktok\.com\/legal\/page\/global\//);
      }
    }
    expect(disclosure.choices).toMatchObject([
      { field: 'brandOrganic', label: 'Promotional content', notWith: [] },
      { field: 'brandedContent', label: 'Paid partnership', notWith: ['SELF_ONLY'] },
    ]);
  });
});
