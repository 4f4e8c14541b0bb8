import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { explainError, PRIVACY_LEVELS } from '../../tiktok/index.js';
import type { CheckedPost, RuleContext } from './checked-post.js';
import { findingsOf } from './post-findings.js';
import {
  ADDRESS_RULES,
  CREATOR_REFUSALS,
  REFUSING_RULES,
  UPLOAD_RULES,
  WARNING_RULES,
} from './rule-codes.js';
import { file, GOOD_VIDEO, photoPost, PRIVATE_CREATOR, PUBLIC_CREATOR, videoPost } from './testing/posts.js';
import { mentionsIn } from './text-rules.js';

const AUDITED: RuleContext = { audited: true };

const mentions = (count: number) => '@name '.repeat(count);

function rulesOf(post: CheckedPost, context = AUDITED): string[] {
  return findingsOf(post, context).problems.map(({ rule }) => rule);
}
function warningsOf(post: CheckedPost, context = AUDITED): string[] {
  return findingsOf(post, context).warnings.map(({ rule, field }) => `${rule}: ${field}`);
}

describe('textRules', () => {
  // Five UTF-16 units: two emoji of two units each, with a joiner between them.
  const LAPTOP = '🧑‍💻';

  it.each([
    ['video', videoPost, 2200],
    ['photo', photoPost, 4000],
  ] as const)('limits the caption of a %s in UTF-16 units', (_kind, post, limit) => {
    expect(rulesOf(post({ caption: 'x'.repeat(limit) }))).toEqual([]);
    expect(rulesOf(post({ caption: 'x'.repeat(limit + 1) }))).toEqual(['caption_too_long']);
    expect(rulesOf(post({ caption: `${'x'.repeat(limit - 5)}${LAPTOP}` }))).toEqual([]);
    expect(rulesOf(post({ caption: `${'x'.repeat(limit - 4)}${LAPTOP}` }))).toEqual(['caption_too_long']);
  });

  it('limits the photo title', () => {
    expect(rulesOf(photoPost({ options: { photoTitle: 'x'.repeat(90) } }))).toEqual([]);
    expect(rulesOf(photoPost({ options: { photoTitle: 'x'.repeat(91) } }))).toEqual(['photo_title_too_long']);
  });

  it('ignores the caption of a video draft, which is not sent', () => {
    expect(rulesOf(videoPost({ mode: 'draft', caption: 'x'.repeat(5000) }))).toEqual([]);
  });

  it.each([
    ['', 0],
    ['@a', 1],
    ['mail@example.com and @', 0],
    ['@a @b\n@c.d,', 3],
  ])('counts words that start with @ as mentions: %j', (text, count) => {
    expect(mentionsIn(text)).toBe(count);
  });

  it('allows at most 30 mentions at the Business API', () => {
    expect(rulesOf(videoPost({ route: 'business', caption: mentions(30) }))).toEqual([]);
    expect(rulesOf(videoPost({ route: 'business', caption: mentions(31) }))).toEqual(['too_many_mentions']);
    expect(rulesOf(videoPost({ caption: mentions(31) }))).toEqual([]);
  });
});

describe('privacyRules', () => {
  it('requires a level for direct posts and none for drafts', () => {
    expect(rulesOf(videoPost({ privacyLevel: null }))).toEqual(['privacy_level_missing']);
    expect(rulesOf(photoPost({ privacyLevel: null, route: 'business' }))).toEqual(['privacy_level_missing']);
    expect(rulesOf(videoPost({ privacyLevel: null, mode: 'draft' }))).toEqual([]);
  });

  it.each(PRIVACY_LEVELS)('requires a level that the account offers: %s', (privacyLevel) => {
    for (const creator of [PUBLIC_CREATOR, PRIVATE_CREATOR]) {
      const isOffered = creator.privacyLevels.includes(privacyLevel);
      const broken = isOffered ? [] : ['privacy_level_option_mismatch'];
      expect(rulesOf(videoPost({ privacyLevel }), { ...AUDITED, creator })).toEqual(broken);
      expect(rulesOf(photoPost({ privacyLevel, route: 'business' }), { ...AUDITED, creator })).toEqual(
        broken,
      );
    }
  });

  it.each(PRIVACY_LEVELS)(
    'rejects restricted levels for Business videos, which are always public: %s',
    (privacyLevel) => {
      const broken = privacyLevel === 'PUBLIC_TO_EVERYONE' ? [] : ['privacy_level_always_public'];

      expect(rulesOf(videoPost({ privacyLevel, route: 'business' }))).toEqual(broken);
    },
  );
});

describe('privacyRules before the audit', () => {
  const UNAUDITED: RuleContext = { audited: false };
  const REFUSED = ['unaudited_client_can_only_post_to_private_accounts'];

  it.each(PRIVACY_LEVELS)('allows only SELF_ONLY for direct posts: %s', (privacyLevel) => {
    expect(rulesOf(videoPost({ privacyLevel }), UNAUDITED)).toEqual(
      privacyLevel === 'SELF_ONLY' ? [] : REFUSED,
    );
  });

  it('requires a private account', () => {
    const post = videoPost({ privacyLevel: 'SELF_ONLY' });

    expect(rulesOf(post, { ...UNAUDITED, creator: PRIVATE_CREATOR })).toEqual([]);
    expect(rulesOf(post, { ...UNAUDITED, creator: PUBLIC_CREATOR })).toEqual(REFUSED);
  });

  it('explains the cause and every alternative', () => {
    const { problems } = findingsOf(videoPost(), UNAUDITED);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(
      /not audited this app.*5 users.*24 hours.*set to private.*only with SELF_ONLY/,
    );
    expect(problems[0]?.fix).toMatch(/account to private.*SELF_ONLY.*draft.*audit/);
  });

  it('does not apply to drafts or to the Business API', () => {
    expect(rulesOf(videoPost({ mode: 'draft' }), UNAUDITED)).toEqual([]);
    expect(rulesOf(videoPost({ route: 'business' }), UNAUDITED)).toEqual([]);
  });
});

describe('disclosureRules', () => {
  it.each([
    [{ commercialDisclosure: true }, ['disclosure_incomplete']],
    [{ commercialDisclosure: true, brandOrganic: true }, []],
    [{ commercialDisclosure: true, brandedContent: true }, []],
    [{ brandOrganic: true, brandedContent: true }, []],
    [{ commercialDisclosure: false }, []],
  ])('requires a brand option with the switch: %j', (options, broken) => {
    expect(rulesOf(videoPost({ options }))).toEqual(broken);
  });

  it.each(PRIVACY_LEVELS)('rejects branded content with SELF_ONLY: %s', (privacyLevel) => {
    const broken = privacyLevel === 'SELF_ONLY' ? ['branded_content_private'] : [];

    expect(rulesOf(videoPost({ privacyLevel, options: { brandedContent: true } }))).toEqual(broken);
    expect(rulesOf(photoPost({ privacyLevel, options: { brandedContent: true } }))).toEqual(broken);
    expect(rulesOf(videoPost({ privacyLevel, options: { brandOrganic: true } }))).toEqual([]);
  });

  it('never loses the AI label', () => {
    const options = { aiGenerated: true };

    expect(rulesOf(videoPost({ options }))).toEqual([]);
    expect(rulesOf(photoPost({ options }))).toEqual(['ai_label_unavailable']);
    expect(warningsOf(photoPost({ options, privacyLevel: null, mode: 'draft' }))).toEqual([
      'not_for_drafts: aiGenerated',
    ]);
  });
});

describe('coverRules', () => {
  it.each([
    [0, []],
    [1, []],
    [2, ['cover_out_of_range']],
  ])('requires one of the photos: %s of 2', (coverIndex, broken) => {
    expect(rulesOf(photoPost({ options: { coverIndex } }))).toEqual(broken);
  });

  it.each([
    [15_000, []],
    [15_001, ['cover_out_of_range']],
  ])('requires a frame of the video: %s ms', (coverTimestampMs, broken) => {
    expect(rulesOf(videoPost({ options: { coverTimestampMs } }))).toEqual(broken);
    expect(rulesOf(videoPost({ options: { coverTimestampMs }, files: [file(null)] }))).toEqual([]);
    expect(
      rulesOf(videoPost({ options: { coverTimestampMs }, files: [file(GOOD_VIDEO)], mode: 'draft' })),
    ).toEqual([]);
  });
});

it('allows a track at the Business API only', () => {
  const options = { music: { soundId: '7000000000000000001' } };

  expect(rulesOf(videoPost({ options }))).toEqual(['music_needs_business_account']);
  expect(rulesOf(videoPost({ options, route: 'business' }))).toEqual([]);
});

describe('findingsOf', () => {
  const all = { allowComment: true, allowDuet: true, allowStitch: true };
  const closed = { ...PUBLIC_CREATOR, commentDisabled: true, duetDisabled: true, stitchDisabled: true };

  it('warns about requested interactions that the creator has switched off', () => {
    const context = { ...AUDITED, creator: closed };

    expect(warningsOf(videoPost(all), context)).toEqual([
      'comment_disabled_by_creator: allowComment',
      'duet_disabled_by_creator: allowDuet',
      'stitch_disabled_by_creator: allowStitch',
    ]);
    expect(warningsOf(videoPost(), context)).toEqual([]);
    expect(warningsOf(videoPost(all), { ...AUDITED, creator: PUBLIC_CREATOR })).toEqual([]);
    expect(rulesOf(videoPost(all), context)).toEqual([]);
  });

  it('warns about options that photos do not have', () => {
    expect(warningsOf(photoPost(all), { ...AUDITED, creator: closed })).toEqual([
      'comment_disabled_by_creator: allowComment',
      'not_for_photos: allowDuet',
      'not_for_photos: allowStitch',
    ]);
  });

  it('warns about options that drafts lose', () => {
    expect(
      warningsOf(videoPost({ mode: 'draft', allowComment: true, options: { brandOrganic: true } })),
    ).toEqual([
      'not_for_drafts: caption',
      'not_for_drafts: privacyLevel',
      'not_for_drafts: allowComment',
      'not_for_drafts: brandOrganic',
    ]);
  });
});

it('has an error catalogue entry for every rule that rejects a post', () => {
  const unknown = [...REFUSING_RULES, ...CREATOR_REFUSALS].filter(
    (code) =>
      !(['open_api', 'fail_reason', 'connector'] as const).some((family) => explainError(family, code).known),
  );
  expect(unknown).toEqual([]);
});

it('documents every rule in docs/publishing.md', () => {
  // Jest runs in the root of the repository.
  const page = readFileSync(path.resolve('docs/publishing.md'), 'utf8');
  const rules = [...REFUSING_RULES, ...ADDRESS_RULES, ...UPLOAD_RULES, ...CREATOR_REFUSALS, ...WARNING_RULES];
  expect(rules.filter((rule) => !page.includes(`\`${rule}\``))).toEqual([]);
});
