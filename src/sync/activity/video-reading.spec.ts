import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readVideos } from './video-reading.js';

const good = {
  id: '7602997517160123666',
  create_time: 1_760_000_000,
  video_description: 'New drop',
  share_url: 'https://www.tiktok.com/@demo/video/7602997517160123666',
  cover_image_url: 'https://p16.tiktokcdn.com/cover.jpeg?x-expires=1760021600&x-signature=abc',
  duration: 12,
  view_count: 5,
  like_count: 4,
  comment_count: 3,
  share_count: 2,
};
const reading = (over: object) => readVideos([{ ...good, ...over }]).readings[0];

describe('readVideos', () => {
  it('reads a complete video', () => {
    expect(readVideos([good])).toEqual({
      skipped: 0,
      skippedIds: [],
      readings: [
        {
          id: good.id,
          caption: 'New drop',
          shareUrl: good.share_url,
          durationSeconds: 12,
          publishedAt: new Date(1_760_000_000_000),
          coverUrl: good.cover_image_url,
          coverExpiresAt: new Date(1_760_021_600_000),
          views: 5,
          likes: 4,
          comments: 3,
          shares: 2,
        },
      ],
    });
  });

  it.each([
    ['no id', { id: undefined }],
    ['a malformed id', { id: 'abc' }],
    ['an id with a zero byte', { id: '76\0' }],
    ['no time', { create_time: undefined }],
    ['a time as text', { create_time: 'yesterday' }],
    ['an empty time', { create_time: '' }],
    ['null as its time', { create_time: null }],
    ['a negative time', { create_time: -1 }],
    ['a time beyond the calendar', { create_time: 1e18 }],
    ['NaN as its time', { create_time: Number.NaN }],
  ])('skips and counts a video with %s, and keeps the others', (_what, over) => {
    const { readings, skipped } = readVideos([
      { ...good, ...over },
      { ...good, id: '1' },
    ]);
    expect(skipped).toBe(1);
    expect(readings.map(({ id }) => id)).toEqual(['1']);
  });

  it('lists the ids of skipped videos', () => {
    expect(readVideos([{ ...good, create_time: null }, { ...good, id: null }, null])).toEqual({
      readings: [],
      skipped: 3,
      skippedIds: [good.id],
    });
  });

  it.each([
    [undefined, undefined, null],
    [null, 7, null],
    ['', undefined, ''],
    [undefined, '', ''],
    ['', 'Title', 'Title'],
    [null, 'Title', 'Title'],
    ['Text', 'Title', 'Text'],
  ])('reads the description %j and the title %j as the caption %j', (description, title, caption) => {
    expect(reading({ video_description: description, title })?.caption).toBe(caption);
  });

  it.each([
    [undefined, null],
    [null, null],
    [-1, null],
    ['-1', null],
    [Number.NaN, null],
    [Infinity, null],
    ['', null],
    [' ', null],
    ['many', null],
    ['1e3', null],
    ['0x10', null],
    [true, null],
    [[5], null],
    ['99999999999999999999', null],
    [2 ** 53, null],
    [0, 0],
    ['0', 0],
    [1.9, 1],
    ['14401', 14401],
    [' 14401 ', 14401],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('reads the counter %j as %j', (count, counter) => {
    const figures = { view_count: count, like_count: count, comment_count: count, share_count: count };
    expect(reading(figures)).toMatchObject({
      views: counter,
      likes: counter,
      comments: counter,
      shares: counter,
    });
  });

  it.each([
    [undefined, null],
    [null, null],
    ['long', null],
    [-3, null],
    [1e12, null],
    [12.6, 13],
    ['12', 12],
    [0, 0],
  ])('reads the duration %j as %j seconds', (duration, seconds) => {
    expect(reading({ duration })?.durationSeconds).toBe(seconds);
  });

  it('reads numeric ids and times as text, and a missing link as null', () => {
    expect(reading({ id: 42, create_time: '1760000000' })).toMatchObject({
      id: '42',
      publishedAt: new Date(1_760_000_000_000),
    });
    for (const link of [undefined, null, '', 7]) expect(reading({ share_url: link })?.shareUrl).toBeNull();
  });

  it.each([
    ['https://p16.tiktokcdn.com/c.jpeg?x-expires=soon', null],
    ['https://p16.tiktokcdn.com/c.jpeg', null],
    ['https://p16.tiktokcdn.com/c.jpeg?x-expires=99999999999999', null],
    ['https://p16.tiktokcdn.com/c.jpeg?x-expires=1760021600', new Date(1_760_021_600_000)],
    ['https://p16.tiktokcdn.com/c.jpeg?a=1&x-expires=1760021600&x-expires=1', new Date(1_760_021_600_000)],
    ['https://p16.tiktokcdn.com/c.jpeg?x-expires=1760021600#x', new Date(1_760_021_600_000)],
    ['https://p16.tiktokcdn.com/c.jpeg?not-x-expires=1760021600', null],
    ['https://p16.tiktokcdn.com/c.jpeg#?x-expires=1760021600', null],
  ])('reads when the cover %s expires', (url, expiresAt) => {
    expect(reading({ cover_image_url: url })).toMatchObject({ coverUrl: url, coverExpiresAt: expiresAt });
  });

  it.each([[undefined], [null], [''], [7], ['javascript:alert(1)'], ['cover.jpeg']])(
    'reads the cover %j as none',
    (url) => {
      expect(reading({ cover_image_url: url })).toMatchObject({ coverUrl: null, coverExpiresAt: null });
    },
  );

  it('reads a repeated video once', () => {
    expect(readVideos([good, good])).toMatchObject({ readings: [{ id: good.id }], skipped: 0 });
  });

  it.each([[undefined], [null], ['videos'], [{}]])('reads %j as an empty page', (videos) => {
    expect(readVideos(videos)).toEqual({ readings: [], skipped: 0, skippedIds: [] });
  });

  it('never throws, and never returns a value that the store rejects', () => {
    const anyVideo = fc.record(
      Object.fromEntries(
        Object.entries(good).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.anything())]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyVideo, fc.anything())), (videos) => {
        const { readings } = readVideos(videos);
        for (const { publishedAt, durationSeconds, views } of readings) {
          expect(publishedAt.toISOString()).toMatch(/^\d{4}-/);
          expect(durationSeconds === null || Number.isInteger(durationSeconds)).toBe(true);
          expect(views === null || (Number.isSafeInteger(views) && views >= 0)).toBe(true);
        }
      }),
    );
  });
});
