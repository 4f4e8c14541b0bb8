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

function rulesOf(post: CheckedPost, around = AUDITED): string[] {
  return findingsOf(post, around).problems.map(({ rule }) => rule);
}
function warningsOf(post: CheckedPost, around = AUDITED): string[] {
  return findingsOf(post, around).warnings.map(({ rule, field }) => `${rule}: ${field}`);
}

describe('A text', () => {
  // One person with a laptop: two UTF-16 units for each of two emoji, and one between them.
  const LAPTOP = '🧑‍💻';

  it.each([
    ['video', videoPost, 2200],
    ['photo', photoPost, 4000],
  ] as const)('under a %s has a limit in UTF-16 units', (_kind, post, limit) => {
    expect(rulesOf(post({ caption: 'x'.repeat(limit) }))).toEqual([]);
    expect(rulesOf(post({ caption: 'x'.repeat(limit + 1) }))).toEqual(['caption_too_long']);
    expect(rulesOf(post({ caption: `${'x'.repeat(limit - 5)}${LAPTOP}` }))).toEqual([]);
    expect(rulesOf(post({ caption: `${'x'.repeat(limit - 4)}${LAPTOP}` }))).toEqual(['caption_too_long']);
  });

  it('above photos has one, too', () => {
    expect(rulesOf(photoPost({ options: { photoTitle: 'x'.repeat(90) } }))).toEqual([]);
    expect(rulesOf(photoPost({ options: { photoTitle: 'x'.repeat(91) } }))).toEqual(['photo_title_too_long']);
  });

  it('of a video draft is not sent, so that nothing stands against it', () => {
    expect(rulesOf(videoPost({ mode: 'draft', caption: 'x'.repeat(5000) }))).toEqual([]);
  });

  it.each([
    ['', 0],
    ['@a', 1],
    ['mail@example.com and @', 0],
    ['@a @b\n@c.d,', 3],
  ])('mentions those whose names stand between spaces: %j', (text, count) => {
    expect(mentionsIn(text)).toBe(count);
  });

  it('mentions at most 30 accounts at the Business API', () => {
    expect(rulesOf(videoPost({ route: 'business', caption: mentions(30) }))).toEqual([]);
    expect(rulesOf(videoPost({ route: 'business', caption: mentions(31) }))).toEqual(['too_many_mentions']);
    expect(rulesOf(videoPost({ caption: mentions(31) }))).toEqual([]);
  });
});

describe('Who may see a post', () => {
  it('is chosen by a person for every direct post, and for no draft', () => {
    expect(rulesOf(videoPost({ privacyLevel: null }))).toEqual(['privacy_level_missing']);
    expect(rulesOf(photoPost({ privacyLevel: null, route: 'business' }))).toEqual(['privacy_level_missing']);
    expect(rulesOf(videoPost({ privacyLevel: null, mode: 'draft' }))).toEqual([]);
  });

  it.each(PRIVACY_LEVELS)('is among what the account offers now: %s', (privacyLevel) => {
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
    'is never wider than chosen: the Business API makes every video public (%s)',
    (privacyLevel) => {
      const broken = privacyLevel === 'PUBLIC_TO_EVERYONE' ? [] : ['privacy_level_always_public'];

      expect(rulesOf(videoPost({ privacyLevel, route: 'business' }))).toEqual(broken);
    },
  );
});

describe('Before TikTok has audited the app', () => {
  const UNAUDITED: RuleContext = { audited: false };
  const WALL = ['unaudited_client_can_only_post_to_private_accounts'];

  it.each(PRIVACY_LEVELS)('a direct post is for its creator only: %s', (privacyLevel) => {
    expect(rulesOf(videoPost({ privacyLevel }), UNAUDITED)).toEqual(privacyLevel === 'SELF_ONLY' ? [] : WALL);
  });

  it('the account must be private as well', () => {
    const post = videoPost({ privacyLevel: 'SELF_ONLY' });

    expect(rulesOf(post, { ...UNAUDITED, creator: PRIVATE_CREATOR })).toEqual([]);
    expect(rulesOf(post, { ...UNAUDITED, creator: PUBLIC_CREATOR })).toEqual(WALL);
  });

  it('people are told the real cause and every way out', () => {
    const { problems } = findingsOf(videoPost(), UNAUDITED);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(
      /not audited this app.*5 users.*24 hours.*set to private.*only with SELF_ONLY/,
    );
    expect(problems[0]?.fix).toMatch(/account to private.*SELF_ONLY.*draft.*audit/);
  });

  it('drafts go, and so do posts of the Business API, whose apps have no such audit', () => {
    expect(rulesOf(videoPost({ mode: 'draft' }), UNAUDITED)).toEqual([]);
    expect(rulesOf(videoPost({ route: 'business' }), UNAUDITED)).toEqual([]);
  });
});

describe('What is said about a post', () => {
  it.each([
    [{ commercialDisclosure: true }, ['disclosure_incomplete']],
    [{ commercialDisclosure: true, brandOrganic: true }, []],
    [{ commercialDisclosure: true, brandedContent: true }, []],
    [{ brandOrganic: true, brandedContent: true }, []],
    [{ commercialDisclosure: false }, []],
  ])('names what it promotes when it promotes something: %j', (options, broken) => {
    expect(rulesOf(videoPost({ options }))).toEqual(broken);
  });

  it.each(PRIVACY_LEVELS)('shows who pays: branded content is not for %s alone', (privacyLevel) => {
    const broken = privacyLevel === 'SELF_ONLY' ? ['branded_content_private'] : [];

    expect(rulesOf(videoPost({ privacyLevel, options: { brandedContent: true } }))).toEqual(broken);
    expect(rulesOf(photoPost({ privacyLevel, options: { brandedContent: true } }))).toEqual(broken);
    expect(rulesOf(videoPost({ privacyLevel, options: { brandOrganic: true } }))).toEqual([]);
  });

  it('never loses that a machine made it', () => {
    const options = { aiGenerated: true };

    expect(rulesOf(videoPost({ options }))).toEqual([]);
    expect(rulesOf(photoPost({ options }))).toEqual(['ai_label_unavailable']);
    expect(warningsOf(photoPost({ options, privacyLevel: null, mode: 'draft' }))).toEqual([
      'not_for_drafts: aiGenerated',
    ]);
  });
});

describe('The cover', () => {
  it.each([
    [0, []],
    [1, []],
    [2, ['cover_out_of_range']],
  ])('is one of the photos: %s of 2', (coverIndex, broken) => {
    expect(rulesOf(photoPost({ options: { coverIndex } }))).toEqual(broken);
  });

  it.each([
    [15_000, []],
    [15_001, ['cover_out_of_range']],
  ])('is a frame of the video: %s ms', (coverTimestampMs, broken) => {
    expect(rulesOf(videoPost({ options: { coverTimestampMs } }))).toEqual(broken);
    expect(rulesOf(videoPost({ options: { coverTimestampMs }, files: [file(null)] }))).toEqual([]);
    expect(
      rulesOf(videoPost({ options: { coverTimestampMs }, files: [file(GOOD_VIDEO)], mode: 'draft' })),
    ).toEqual([]);
  });
});

it('A track can be chosen only where TikTok has a field for it', () => {
  const options = { music: { soundId: '7000000000000000001' } };

  expect(rulesOf(videoPost({ options }))).toEqual(['music_needs_business_account']);
  expect(rulesOf(videoPost({ options, route: 'business' }))).toEqual([]);
});

describe('People are warned', () => {
  const all = { allowComment: true, allowDuet: true, allowStitch: true };
  const closed = { ...PUBLIC_CREATOR, commentDisabled: true, duetDisabled: true, stitchDisabled: true };

  it('of what the creator has switched off, when they ask for it', () => {
    const around = { ...AUDITED, creator: closed };

    expect(warningsOf(videoPost(all), around)).toEqual([
      'comment_disabled_by_creator: allowComment',
      'duet_disabled_by_creator: allowDuet',
      'stitch_disabled_by_creator: allowStitch',
    ]);
    expect(warningsOf(videoPost(), around)).toEqual([]);
    expect(warningsOf(videoPost(all), { ...AUDITED, creator: PUBLIC_CREATOR })).toEqual([]);
    expect(rulesOf(videoPost(all), around)).toEqual([]);
  });

  it('of what photos do not have', () => {
    expect(warningsOf(photoPost(all), { ...AUDITED, creator: closed })).toEqual([
      'comment_disabled_by_creator: allowComment',
      'not_for_photos: allowDuet',
      'not_for_photos: allowStitch',
    ]);
  });

  it('of what a draft does not carry', () => {
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

it('Every rule that refuses a post is explained in the error catalogue', () => {
  const unknown = [...REFUSING_RULES, ...CREATOR_REFUSALS].filter(
    (code) =>
      !(['open_api', 'fail_reason', 'connector'] as const).some((family) => explainError(family, code).known),
  );
  expect(unknown).toEqual([]);
});

it('Every rule has a line in docs/publishing.md', () => {
  // Jest runs in the root of the repository.
  const page = readFileSync(path.resolve('docs/publishing.md'), 'utf8');
  const rules = [...REFUSING_RULES, ...ADDRESS_RULES, ...UPLOAD_RULES, ...CREATOR_REFUSALS, ...WARNING_RULES];
  expect(rules.filter((rule) => !page.includes(`\`${rule}\``))).toEqual([]);
});
