import { describe, expect, it } from '@jest/globals';
import type { PublicationFacts } from '../../../content/index.js';
import type { AdIdentity } from '../../../tiktok/index.js';
import { kindKey } from '../identity-lists.js';
import { choiceFor, type KnownPublications, type PublicationAd } from './publication-choice.js';

const PUBLIC: PublicationFacts = {
  kind: 'video',
  integrationId: 'integration',
  fileCount: 1,
  hasFiles: true,
  postId: 'post',
};
const TT_USER = { type: 'TT_USER', id: 'me' } as const;
const OF_BUSINESS = { type: 'BC_AUTH_TT', id: 'me', businessCenterId: 'bc' } as const;

const ad = (identity: PublicationAd['identity']): PublicationAd => ({
  identity,
  creative: { publicationId: 'p' },
});
const own = (identity: PublicationAd['identity'], over: Partial<AdIdentity> = {}): AdIdentity => ({
  identity_id: identity.id,
  identity_type: identity.type,
  username: 'Maker',
  ...over,
});
const known = (
  identity: PublicationAd['identity'],
  listed: AdIdentity[] | string,
  facts: Partial<PublicationFacts> = {},
): KnownPublications => ({
  publications: new Map([['p', { ...PUBLIC, ...facts }]]),
  usernames: new Map([['integration', 'maker']]),
  identities: new Map([[kindKey(identity), listed]]),
});

describe('choiceFor', () => {
  it.each([TT_USER, OF_BUSINESS])('shows the post with the account that posted it: $type', (identity) => {
    expect(choiceFor(ad(identity), known(identity, [own(identity)]))).toBe('post');
  });

  it('uploads the files for another account, and for one that does not allow its posts', () => {
    for (const over of [
      { username: 'other' },
      { username: null },
      { can_pull_video: false },
      { is_gpppa: true },
      { identity_type: 'BC_AUTH_TT' },
    ])
      expect(choiceFor(ad(TT_USER), known(TT_USER, [own(TT_USER, over)]))).toBe('files');
    expect(choiceFor(ad(TT_USER), known(TT_USER, []))).toBe('files');
  });

  it('stays open if TikTok has not listed the identities, but only where that matters', () => {
    const reason = 'TikTok did not answer.';
    expect(choiceFor(ad(TT_USER), known(TT_USER, reason))).toEqual({ open: reason });
    expect(choiceFor(ad(TT_USER), known(TT_USER, reason, { postId: null }))).toBe('files');
    const custom = { type: 'CUSTOMIZED_USER', id: 'c' } as const;
    expect(choiceFor(ad(custom), known(custom, reason))).toBe('files');
    const code = { type: 'AUTH_CODE', id: 'c' } as const;
    expect(choiceFor(ad(code), known(code, reason))).toBe('post');
  });
});
