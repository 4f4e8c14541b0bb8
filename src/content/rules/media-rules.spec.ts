import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MediaFacts } from '../post/media-facts.js';
import type { CheckedPost, RuleContext } from './checked-post.js';
import { findingsOf, findingsOfFile } from './post-findings.js';
import { file, GOOD_PHOTO, GOOD_VIDEO, photoPost, PUBLIC_CREATOR, videoPost } from './testing/posts.js';

const AUDITED: RuleContext = { audited: true };

function rulesOf(post: CheckedPost, around = AUDITED): string[] {
  return findingsOf(post, around).problems.map(({ rule }) => rule);
}
const video = (facts: Partial<MediaFacts>, post: Partial<CheckedPost> = {}) =>
  rulesOf(videoPost({ files: [file({ ...GOOD_VIDEO, ...facts })], ...post }));
const photo = (facts: Partial<MediaFacts>, post: Partial<CheckedPost> = {}) =>
  rulesOf(photoPost({ files: [file({ ...GOOD_PHOTO, ...facts })], ...post }));
const sized = (post: CheckedPost, bytes: number) =>
  rulesOf({ ...post, files: [{ ...post.files[0]!, sizeBytes: bytes }] });

it('Nothing stands against a good post', () => {
  for (const route of ['open_api', 'business'] as const) {
    for (const mode of ['direct', 'draft'] as const) {
      expect(rulesOf(videoPost({ route, mode }))).toEqual([]);
      expect(rulesOf(photoPost({ route, mode }))).toEqual([]);
    }
  }
});

describe('A video', () => {
  it.each([
    ['mp4', true],
    ['mov', true],
    ['webm', true],
    ['mkv', false],
    ['3gp', false],
    ['avi', false],
  ])('in the container %s is taken: %s', (format, taken) => {
    expect(video({ format })).toEqual(taken ? [] : ['media_format_unsupported']);
  });

  it.each([
    ['h264', true],
    ['h265', true],
    ['vp8', true],
    ['vp9', true],
    ['av1', false],
    ['none', false],
  ])('with the codec %s is taken: %s', (codec, taken) => {
    expect(video({ codec })).toEqual(taken ? [] : ['video_codec_unsupported']);
  });

  it.each([
    [22.9, false],
    // The next whole number is no excuse: TikTok takes 23 and more.
    [22.95, false],
    [22.977, false],
    [22.99, false],
    // Of a clip of seconds, measured in milliseconds.
    [22.997, true],
    [23, true],
    [23.976, true],
    [59.94, true],
    [60, true],
    // What a phone measures when it films at 60.
    [60.02, true],
    [60.1, false],
  ])('of %s frames a second is taken: %s', (frameRate, taken) => {
    expect(video({ frameRate })).toEqual(taken ? [] : ['frame_rate_out_of_range']);
  });

  it.each([
    [360, 360, true],
    [359, 360, false],
    [360, 359, false],
    [4096, 4096, true],
    [4097, 4096, false],
    [4096, 4097, false],
  ])('of %s by %s pixels is taken: %s', (width, height, taken) => {
    expect(video({ width, height })).toEqual(taken ? [] : ['picture_size_out_of_range']);
  });

  it('of more than 4096 pixels is taken by the Business API, which sets no upper limit', () => {
    expect(video({ width: 5000, height: 5000 }, { route: 'business' })).toEqual([]);
    expect(video({ width: 359 }, { route: 'business' })).toEqual(['picture_size_out_of_range']);
  });

  it.each([
    ['open_api', 4_000_000_000],
    ['business', 1_000_000_000],
  ] as const)('has a limit of bytes at the %s: %s', (route, limit) => {
    expect(sized(videoPost({ route }), limit)).toEqual([]);
    expect(sized(videoPost({ route }), limit + 1)).toEqual(['video_too_large']);
  });

  it.each([
    [600, []],
    [600.1, ['video_too_long']],
  ])('posted directly lasts at most what the creator may post: %s seconds', (durationSeconds, broken) => {
    const post = videoPost({ files: [file({ ...GOOD_VIDEO, durationSeconds })] });

    expect(rulesOf(post, { ...AUDITED, creator: PUBLIC_CREATOR })).toEqual(broken);
    expect(rulesOf(post)).toEqual([]);
  });

  it('has no limit of length that TikTok did not tell', () => {
    const { maxVideoSeconds: _unknown, ...creator } = PUBLIC_CREATOR;
    const post = videoPost({ files: [file({ ...GOOD_VIDEO, durationSeconds: 100_000 })] });

    expect(rulesOf(post, { ...AUDITED, creator })).toEqual([]);
    expect(rulesOf({ ...post, route: 'business' }, { ...AUDITED, creator })).toEqual(['video_too_long']);
  });

  it.each(['open_api', 'business'] as const)('as a draft lasts ten minutes at most, at the %s', (route) => {
    const draft = { mode: 'draft', route } as const;

    expect(video({ durationSeconds: 600 }, draft)).toEqual([]);
    expect(video({ durationSeconds: 600.1 }, draft)).toEqual(['video_too_long']);
  });

  it('lasts three seconds at least at the Business API', () => {
    expect(video({ durationSeconds: 2.9 }, { route: 'business' })).toEqual(['video_too_short']);
    expect(video({ durationSeconds: 3 }, { route: 'business' })).toEqual([]);
    expect(video({ durationSeconds: 0.5 })).toEqual([]);
  });

  it('is told everything at once: the file, the rule, the value, the limit and the fix', () => {
    const bad = { format: 'mp4', codec: 'mpeg-4 visual', width: 320, height: 240, frameRate: 15 };

    const { problems } = findingsOf(videoPost({ files: [file(bad)] }), AUDITED);

    expect(problems).toEqual([
      {
        field: 'media[0].codec',
        file: 0,
        rule: 'video_codec_unsupported',
        value: 'mpeg-4 visual',
        limit: 'h264, h265, vp8, vp9',
        message: 'The video is encoded as mpeg-4 visual; TikTok takes h264, h265, vp8, vp9.',
        fix: 'Export it with the codec H.264.',
      },
      {
        field: 'media[0].frameRate',
        file: 0,
        rule: 'frame_rate_out_of_range',
        value: 15,
        limit: '23 to 60',
        message: 'The video has 15 frames a second; TikTok takes 23 to 60.',
        fix: 'Export it with 30 frames a second.',
      },
      {
        field: 'media[0].width',
        file: 0,
        rule: 'picture_size_out_of_range',
        value: '320x240',
        limit: '360 to 4096',
        message: 'The video has 320 by 240 pixels; TikTok takes 360 to 4096 on each side.',
        fix: 'Export it with 1080 by 1920 pixels.',
      },
    ]);
  });
});

describe('A photo', () => {
  it.each([
    ['jpeg', true],
    ['webp', true],
    ['png', false],
    ['gif', false],
  ])('of the format %s is taken: %s', (format, taken) => {
    expect(photo({ format })).toEqual(taken ? [] : ['media_format_unsupported']);
  });

  it('has a limit of bytes', () => {
    expect(sized(photoPost(), 20_000_000)).toEqual([]);
    expect(sized(photoPost(), 20_000_001)).toEqual(['photo_too_large']);
  });

  it.each([
    [1080, 1080, true],
    [1080, 1920, true],
    [1920, 1080, true],
    [1081, 1081, false],
    [1081, 1920, false],
    // A single one of 1086 pixels has failed whole carousels.
    [1086, 1086, false],
  ])('of %s by %s pixels is taken by both families: %s', (width, height, taken) => {
    const broken = taken ? [] : ['photo_resolution_too_high'];

    expect(photo({ width, height })).toEqual(broken);
    expect(photo({ width, height }, { route: 'business' })).toEqual(broken);
  });

  it.each([
    // "1080p" says nothing about the longer side; "1080 by 1920" does.
    ['open_api', 1080, 1921, [], ['photo_resolution_perhaps_too_high']],
    ['business', 1080, 1921, ['photo_resolution_too_high'], []],
    // Nor does "1080 by 1920" say whether a photo may lie.
    ['open_api', 1920, 1080, [], []],
    ['business', 1920, 1080, [], ['photo_resolution_perhaps_too_high']],
  ] as const)(
    'whose pixels TikTok describes in two ways is refused only where both refuse it: %s, %s by %s',
    (route, width, height, problems, warnings) => {
      const post = photoPost({ route, files: [file({ ...GOOD_PHOTO, width, height })] });
      const found = findingsOf(post, AUDITED);

      expect(found.problems.map(({ rule }) => rule)).toEqual(problems);
      expect(found.warnings.map(({ rule }) => rule)).toEqual(warnings);
    },
  );

  it.each([
    [0, ['photo_count_out_of_range']],
    [1, []],
    [35, []],
    [36, ['photo_count_out_of_range']],
  ])('is one of 1 to 35: %s', (count, broken) => {
    const files = Array.from({ length: count }, (_, position) => file(GOOD_PHOTO, 1000, position));

    expect(rulesOf(photoPost({ files }))).toEqual(broken);
  });

  it('that is bad is named among the good ones', () => {
    const files = [0, 1, 2].map((position) =>
      file({ ...GOOD_PHOTO, width: position === 1 ? 1086 : 900, height: 1086 }, 1, position),
    );
    const post = photoPost({ files });

    const { problems } = findingsOf(post, AUDITED);

    expect(problems).toMatchObject([{ field: 'media[1].width', file: 1, value: '1086 by 1086' }]);
    expect(problems[0]?.message).toBe('Photo 2 has 1086 by 1086 pixels; TikTok takes at most 1080 by 1920.');
    expect(findingsOfFile(post, AUDITED, 1).problems).toEqual(problems);
    expect(findingsOfFile(post, AUDITED, 0)).toEqual({ problems: [], warnings: [] });
  });
});

describe('A file whose bytes are damaged', () => {
  it.each([
    ['unreadable', 'video_unreadable', /cannot be opened by any player/],
    ['encrypted', 'video_unreadable', /encrypted/],
  ] as const)('is refused when there is nothing to show: a video that is %s', (damage, rule, message) => {
    const { problems, warnings } = findingsOf(
      videoPost({ files: [file({ format: 'mp4', damage })] }),
      AUDITED,
    );

    expect(problems).toMatchObject([{ rule, field: 'media[0].facts', file: 0, value: damage }]);
    expect(problems[0]?.message).toMatch(message);
    expect(warnings).toEqual([]);
  });

  it('is refused when there is nothing to show: a photo among others', () => {
    const files = [file(GOOD_PHOTO), file({ damage: 'unreadable' }, 1000, 1)];

    expect(findingsOf(photoPost({ files }), AUDITED).problems).toMatchObject([
      { rule: 'photo_unreadable', file: 1, message: expect.stringMatching(/^Photo 2 cannot be opened/) },
    ]);
  });

  it.each([
    ['video', videoPost({ files: [file({ ...GOOD_VIDEO, damage: 'incomplete' })] })],
    ['photo', photoPost({ files: [file({ ...GOOD_PHOTO, damage: 'incomplete' })] })],
  ])('is warned of when a part is missing: a %s', (_kind, post) => {
    const { problems, warnings } = findingsOf(post, AUDITED);

    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ rule: 'media_incomplete', field: 'media[0].facts' }]);
  });
});

describe('A file of which nothing is known', () => {
  it.each([
    [
      'video',
      videoPost({ files: [file(null, null)] }),
      'format, codec, width, height, frameRate, durationSeconds, sizeBytes',
    ],
    ['photo', photoPost({ files: [file({}, 5)] }), 'format, width, height'],
  ])('breaks no rule, and people are told so: a %s', (_kind, post, value) => {
    const { problems, warnings } = findingsOf(post, { ...AUDITED, creator: PUBLIC_CREATOR });

    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ rule: 'media_facts_unknown', file: 0, value }]);
  });
});

describe('For all numbers', () => {
  const side = fc.integer({ min: 1, max: 10_000 });

  it('lying and standing make no difference to a video, or to a photo of the open API', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(video({ width, height })).toEqual(video({ width: height, height: width }));
        expect(photo({ width, height })).toEqual(photo({ width: height, height: width }));
      }),
    );
  });

  it('a smaller photo is never worse than a larger one', () => {
    fc.assert(
      fc.property(side, side, fc.nat(500), (width, height, less) => {
        fc.pre(width > less && height > less);
        if (photo({ width, height }).length > 0) return;
        expect(photo({ width: width - less, height: height - less })).toEqual([]);
      }),
    );
  });

  it('a video is refused for exactly the sides that are out of range', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const isTaken = [width, height].every((pixels) => pixels >= 360 && pixels <= 4096);
        expect(video({ width, height })).toEqual(isTaken ? [] : ['picture_size_out_of_range']);
      }),
    );
  });
});
