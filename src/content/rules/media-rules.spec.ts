import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MediaFacts } from '../post/media-facts.js';
import type { CheckedPost, RuleContext } from './checked-post.js';
import { findingsOf, findingsOfFile } from './post-findings.js';
import { file, GOOD_PHOTO, GOOD_VIDEO, photoPost, PUBLIC_CREATOR, videoPost } from './testing/posts.js';

const AUDITED: RuleContext = { audited: true };

function rulesOf(post: CheckedPost, context = AUDITED): string[] {
  return findingsOf(post, context).problems.map(({ rule }) => rule);
}
const video = (facts: Partial<MediaFacts>, post: Partial<CheckedPost> = {}) =>
  rulesOf(videoPost({ files: [file({ ...GOOD_VIDEO, ...facts })], ...post }));
const photo = (facts: Partial<MediaFacts>, post: Partial<CheckedPost> = {}) =>
  rulesOf(photoPost({ files: [file({ ...GOOD_PHOTO, ...facts })], ...post }));
const sized = (post: CheckedPost, bytes: number) =>
  rulesOf({ ...post, files: [{ ...post.files[0]!, sizeBytes: bytes }] });

it('accepts a good post', () => {
  for (const route of ['open_api', 'business'] as const) {
    for (const mode of ['direct', 'draft'] as const) {
      expect(rulesOf(videoPost({ route, mode }))).toEqual([]);
      expect(rulesOf(photoPost({ route, mode }))).toEqual([]);
    }
  }
});

describe('videoRules', () => {
  it.each([
    ['mp4', true],
    ['mov', true],
    ['webm', true],
    ['mkv', false],
    ['3gp', false],
    ['avi', false],
  ])('decides on container %s: %s', (format, accepted) => {
    expect(video({ format })).toEqual(accepted ? [] : ['media_format_unsupported']);
  });

  it.each([
    ['h264', true],
    ['h265', true],
    ['vp8', true],
    ['vp9', true],
    ['av1', false],
    ['none', false],
  ])('decides on codec %s: %s', (codec, accepted) => {
    expect(video({ codec })).toEqual(accepted ? [] : ['video_codec_unsupported']);
  });

  it.each([
    [22.9, false],
    // Not rounded up: TikTok requires at least 23.
    [22.95, false],
    [22.977, false],
    [22.99, false],
    // A short clip, measured in milliseconds.
    [22.997, true],
    [23, true],
    [23.976, true],
    [59.94, true],
    [60, true],
    // What phones report when they record at 60.
    [60.02, true],
    [60.1, false],
  ])('decides on %s frames per second: %s', (frameRate, accepted) => {
    expect(video({ frameRate })).toEqual(accepted ? [] : ['frame_rate_out_of_range']);
  });

  it.each([
    [360, 360, true],
    [359, 360, false],
    [360, 359, false],
    [4096, 4096, true],
    [4097, 4096, false],
    [4096, 4097, false],
  ])('decides on %s by %s pixels: %s', (width, height, accepted) => {
    expect(video({ width, height })).toEqual(accepted ? [] : ['picture_size_out_of_range']);
  });

  it('sets no upper limit of pixels at the Business API', () => {
    expect(video({ width: 5000, height: 5000 }, { route: 'business' })).toEqual([]);
    expect(video({ width: 359 }, { route: 'business' })).toEqual(['picture_size_out_of_range']);
  });

  it.each([
    ['open_api', 4_000_000_000],
    ['business', 1_000_000_000],
  ] as const)('limits the size at the %s to %s bytes', (route, limit) => {
    expect(sized(videoPost({ route }), limit)).toEqual([]);
    expect(sized(videoPost({ route }), limit + 1)).toEqual(['video_too_large']);
  });

  it.each([
    [600, []],
    [600.1, ['video_too_long']],
  ])('applies the creator’s maximum to direct posts: %s seconds', (durationSeconds, broken) => {
    const post = videoPost({ files: [file({ ...GOOD_VIDEO, durationSeconds })] });

    expect(rulesOf(post, { ...AUDITED, creator: PUBLIC_CREATOR })).toEqual(broken);
    expect(rulesOf(post)).toEqual([]);
  });

  it('sets no maximum duration that TikTok did not report', () => {
    const { maxVideoSeconds: _unknown, ...creator } = PUBLIC_CREATOR;
    const post = videoPost({ files: [file({ ...GOOD_VIDEO, durationSeconds: 100_000 })] });

    expect(rulesOf(post, { ...AUDITED, creator })).toEqual([]);
    expect(rulesOf({ ...post, route: 'business' }, { ...AUDITED, creator })).toEqual(['video_too_long']);
  });

  it.each(['open_api', 'business'] as const)('limits drafts to ten minutes at the %s', (route) => {
    const draft = { mode: 'draft', route } as const;

    expect(video({ durationSeconds: 600 }, draft)).toEqual([]);
    expect(video({ durationSeconds: 600.1 }, draft)).toEqual(['video_too_long']);
  });

  it('requires at least three seconds at the Business API', () => {
    expect(video({ durationSeconds: 2.9 }, { route: 'business' })).toEqual(['video_too_short']);
    expect(video({ durationSeconds: 3 }, { route: 'business' })).toEqual([]);
    expect(video({ durationSeconds: 0.5 })).toEqual([]);
  });

  it('reports all problems at once, with file, rule, value, limit and fix', () => {
    const bad = { format: 'mp4', codec: 'mpeg-4 visual', width: 320, height: 240, frameRate: 15 };

    const { problems } = findingsOf(videoPost({ files: [file(bad)] }), AUDITED);

    expect(problems).toEqual([
      {
        field: 'media[0].codec',
        file: 0,
        rule: 'video_codec_unsupported',
        value: 'mpeg-4 visual',
        limit: 'h264, h265, vp8, vp9',
        message: 'The video is encoded as mpeg-4 visual. TikTok accepts H.264, H.265, VP8 or VP9.',
        fix: 'Export it with the H.264 codec.',
      },
      {
        field: 'media[0].frameRate',
        file: 0,
        rule: 'frame_rate_out_of_range',
        value: 15,
        limit: '23 to 60',
        message: 'The video has 15 frames per second. TikTok accepts 23 to 60.',
        fix: 'Export it at 30 frames per second.',
      },
      {
        field: 'media[0].width',
        file: 0,
        rule: 'picture_size_out_of_range',
        value: '320x240',
        limit: '360 to 4096',
        message: 'The video is 320 by 240 pixels. TikTok accepts 360 to 4096 pixels per side.',
        fix: 'Export it at 1080 by 1920 pixels.',
      },
    ]);
  });
});

describe('photoRules', () => {
  it.each([
    ['jpeg', true],
    ['webp', true],
    ['png', false],
    ['gif', false],
  ])('decides on format %s: %s', (format, accepted) => {
    expect(photo({ format })).toEqual(accepted ? [] : ['media_format_unsupported']);
  });

  it('limits the size to 20 MB', () => {
    expect(sized(photoPost(), 20_000_000)).toEqual([]);
    expect(sized(photoPost(), 20_000_001)).toEqual(['photo_too_large']);
  });

  it.each([
    [1080, 1080, true],
    [1080, 1920, true],
    [1920, 1080, true],
    [1081, 1081, false],
    [1081, 1920, false],
    // One photo of 1086 pixels has failed whole carousels.
    [1086, 1086, false],
  ])('decides on %s by %s pixels at both APIs: %s', (width, height, accepted) => {
    const broken = accepted ? [] : ['photo_resolution_too_high'];

    expect(photo({ width, height })).toEqual(broken);
    expect(photo({ width, height }, { route: 'business' })).toEqual(broken);
  });

  it.each([
    // "1080p" does not limit the longer side; "1080 by 1920" does.
    ['open_api', 1080, 1921, [], ['photo_resolution_perhaps_too_high']],
    ['business', 1080, 1921, ['photo_resolution_too_high'], []],
    // "1080 by 1920" does not mention landscape.
    ['open_api', 1920, 1080, [], []],
    ['business', 1920, 1080, [], ['photo_resolution_perhaps_too_high']],
  ] as const)(
    'rejects ambiguous resolutions only if every reading does: %s, %s by %s',
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
  ])('requires 1 to 35 photos: %s', (count, broken) => {
    const files = Array.from({ length: count }, (_, position) => file(GOOD_PHOTO, 1000, position));

    expect(rulesOf(photoPost({ files }))).toEqual(broken);
  });

  it('names the bad photo among good ones', () => {
    const files = [0, 1, 2].map((position) =>
      file({ ...GOOD_PHOTO, width: position === 1 ? 1086 : 900, height: 1086 }, 1, position),
    );
    const post = photoPost({ files });

    const { problems } = findingsOf(post, AUDITED);

    expect(problems).toMatchObject([{ field: 'media[1].width', file: 1, value: '1086 by 1086' }]);
    expect(problems[0]?.message).toBe('Photo 2 is 1086 by 1086 pixels. TikTok accepts up to 1080 by 1920.');
    expect(findingsOfFile(post, AUDITED, 1).problems).toEqual(problems);
    expect(findingsOfFile(post, AUDITED, 0)).toEqual({ problems: [], warnings: [] });
  });
});

describe('damageRules', () => {
  it.each([
    ['unreadable', 'video_unreadable', /cannot be opened/],
    ['encrypted', 'video_unreadable', /encrypted/],
  ] as const)('rejects a video that is %s', (damage, rule, message) => {
    const { problems, warnings } = findingsOf(
      videoPost({ files: [file({ format: 'mp4', damage })] }),
      AUDITED,
    );

    expect(problems).toMatchObject([{ rule, field: 'media[0].facts', file: 0, value: damage }]);
    expect(problems[0]?.message).toMatch(message);
    expect(warnings).toEqual([]);
  });

  it('rejects an unreadable photo among good ones', () => {
    const files = [file(GOOD_PHOTO), file({ damage: 'unreadable' }, 1000, 1)];

    expect(findingsOf(photoPost({ files }), AUDITED).problems).toMatchObject([
      { rule: 'photo_unreadable', file: 1, message: expect.stringMatching(/^Photo 2 cannot be opened/) },
    ]);
  });

  it.each([
    ['video', videoPost({ files: [file({ ...GOOD_VIDEO, damage: 'incomplete' })] })],
    ['photo', photoPost({ files: [file({ ...GOOD_PHOTO, damage: 'incomplete' })] })],
  ])('warns about an incomplete %s', (_kind, post) => {
    const { problems, warnings } = findingsOf(post, AUDITED);

    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ rule: 'media_incomplete', field: 'media[0].facts' }]);
  });
});

describe('unknownFacts', () => {
  it.each([
    [
      'video',
      videoPost({ files: [file(null, null)] }),
      'format, codec, width, height, frameRate, durationSeconds, sizeBytes',
    ],
    ['photo', photoPost({ files: [file({}, 5)] }), 'format, width, height'],
  ])('only causes a warning for a %s', (_kind, post, value) => {
    const { problems, warnings } = findingsOf(post, { ...AUDITED, creator: PUBLIC_CREATOR });

    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ rule: 'media_facts_unknown', file: 0, value }]);
  });
});

describe('media rules for all sizes', () => {
  const side = fc.integer({ min: 1, max: 10_000 });

  it('ignores the orientation of videos, and of photos at the open API', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(video({ width, height })).toEqual(video({ width: height, height: width }));
        expect(photo({ width, height })).toEqual(photo({ width: height, height: width }));
      }),
    );
  });

  it('accepts a photo smaller than an accepted one', () => {
    fc.assert(
      fc.property(side, side, fc.nat(500), (width, height, less) => {
        fc.pre(width > less && height > less);
        if (photo({ width, height }).length > 0) return;
        expect(photo({ width: width - less, height: height - less })).toEqual([]);
      }),
    );
  });

  it('rejects a video exactly when a side is out of range', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const isAccepted = [width, height].every((pixels) => pixels >= 360 && pixels <= 4096);
        expect(video({ width, height })).toEqual(isAccepted ? [] : ['picture_size_out_of_range']);
      }),
    );
  });
});
