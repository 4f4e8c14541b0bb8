import { describe, expect, it } from '@jest/globals';
import { OPTION_KEYS, type PostOptions } from '../post/post-options.dto.js';
import { POST_KINDS, POST_MODES, POST_ROUTES } from '../post/publication.entity.js';
import { sentFields } from '../post/post-fields.js';
import type { CheckedPost } from './checked-post.js';
import { findingsOf } from './post-findings.js';
import { photoPost, videoPost } from './testing/posts.js';

/** Every option, with `true` for each switch. */
const OPTIONS = {
  ...Object.fromEntries(OPTION_KEYS.map((key) => [key, true])),
  coverTimestampMs: 0,
  coverIndex: 0,
  photoTitle: 'Spring',
  music: { soundId: '7', volume: 0, startMs: 0, endMs: 9, originalSoundVolume: 0 },
} as Required<PostOptions>;
const CHOICES: Partial<CheckedPost>[] = [
  { caption: 'Hello' },
  { privacyLevel: 'PUBLIC_TO_EVERYONE' },
  { allowComment: true },
  { allowDuet: true },
  { allowStitch: true },
  ...Object.entries(OPTIONS).map(([name, value]) => ({ options: { [name]: value } })),
];
const PLAIN = { caption: '', privacyLevel: null, options: {} } as const;

/** Every combination of kind, mode and route. */
const POSTS = POST_KINDS.flatMap((kind) =>
  POST_MODES.flatMap((mode) =>
    POST_ROUTES.map((route): CheckedPost => {
      const make = kind === 'video' ? videoPost : photoPost;
      return make({ ...PLAIN, mode, route });
    }),
  ),
);

/** The first photo is the default cover, so choosing it changes nothing in the request. */
function isCarried(post: CheckedPost, choice: Partial<CheckedPost>): boolean {
  const isCover = choice.options?.coverIndex !== undefined && post.kind === 'photo';
  return isCover || sentFields({ ...post, ...choice }) !== sentFields(post);
}

function fieldsNamed(post: CheckedPost): string[] {
  const { problems, warnings } = findingsOf(post, { audited: true });
  return [...problems, ...warnings].map(({ field }) => field);
}

const dropped = (post: CheckedPost) =>
  findingsOf(post, { audited: true }).warnings.filter(({ rule }) => rule.startsWith('not_for_'));

describe.each(POSTS)('$route $kind $mode', (post) => {
  it.each(CHOICES)('sends, or warns about, %j', (choice) => {
    const chosen = { ...post, ...choice };
    const [[field = ''] = []] = Object.entries(choice.options ?? choice);
    const isSent = isCarried(post, choice);
    // Business videos are public without a field, and the disclosure switch alone is never sent.
    const isImplied =
      (field === 'privacyLevel' &&
        post.route === 'business' &&
        post.kind === 'video' &&
        post.mode === 'direct') ||
      field === 'commercialDisclosure';

    expect(isSent || isImplied || fieldsNamed(chosen).includes(field)).toBe(true);
  });

  it('warns about neither sent nor unset options', () => {
    const sent = CHOICES.filter((choice) => isCarried(post, choice));
    const options = Object.assign({}, ...sent.map((choice) => choice.options ?? {})) as PostOptions;
    const all = Object.assign({}, post, ...sent, { options }) as CheckedPost;

    expect(dropped(post)).toEqual([]);
    expect(dropped(all).map(({ field }) => field)).toEqual(
      // Photos send only the id of a track.
      post.kind === 'photo' && all.options.music
        ? ['music.volume', 'music.startMs', 'music.endMs', 'music.originalSoundVolume']
        : [],
    );
  });
});

const draft = (post: Partial<CheckedPost>) =>
  findingsOf(videoPost({ ...PLAIN, mode: 'draft', ...post }), { audited: true }).warnings;

describe('droppedChoices for video drafts', () => {
  it('includes each option, its value and a fix', () => {
    expect(draft({ caption: 'x', options: { coverTimestampMs: 1000, autoAddMusic: true } })).toEqual([
      {
        field: 'caption',
        rule: 'not_for_drafts',
        value: 'x',
        message: 'The caption will be left out: TikTok does not accept it for video drafts.',
        fix: 'Set it in the TikTok app when you post the draft, or post directly.',
      },
      expect.objectContaining({ field: 'coverTimestampMs', value: 1000 }),
      expect.objectContaining({ field: 'autoAddMusic', value: true }),
    ]);
  });

  it('omits a caption that equals the title', () => {
    expect(draft({ caption: 'New drop', title: 'New drop' })).toEqual([]);
  });

  it('includes a cover at 0 ms', () => {
    expect(draft({ options: { coverTimestampMs: 0 } })).toMatchObject([
      { field: 'coverTimestampMs', value: 0 },
    ]);
  });

  it('includes the disclosure switch with its brand option', () => {
    const options = { commercialDisclosure: true, brandOrganic: true };
    expect(draft({ options }).map(({ field }) => field)).toEqual(['commercialDisclosure', 'brandOrganic']);
  });
});

it('warns about playback options of a track for photos, and rejects a track at the open API', () => {
  const options = { music: OPTIONS.music };
  const business = findingsOf(photoPost({ route: 'business', options }), { audited: true });
  const open = findingsOf(photoPost({ options }), { audited: true });

  expect(business.warnings.map(({ field }) => field)).toEqual([
    'music.volume',
    'music.startMs',
    'music.endMs',
    'music.originalSoundVolume',
  ]);
  expect(open.problems).toMatchObject([{ rule: 'music_needs_business_account' }]);
  expect(open.warnings).toEqual([]);
});
