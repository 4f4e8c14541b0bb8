import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readVideos } from './video-reading.js';

const good = {
  id: '7602997517160123666',
  create_time: 1_760_000_000,
  video_description: 'New drop',
  share_url: 'https://www.tiktok.com/@demo/video/7602997517160123666',
  duration: 12,
  view_count: 5,
  like_count: 4,
  comment_count: 3,
  share_count: 2,
};
const reading = (over: object) => readVideos([{ ...good, ...over }]).readings[0];

describe('readVideos', () => {
  it('takes a video as it is', () => {
    expect(readVideos([good])).toEqual({
      skipped: 0,
      readings: [
        {
          id: good.id,
          caption: 'New drop',
          shareUrl: good.share_url,
          durationSeconds: 12,
          publishedAt: new Date(1_760_000_000_000),
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
    ['an id that is none', { id: 'abc' }],
    ['an id with a zero byte', { id: '76\0' }],
    ['no time', { create_time: undefined }],
    ['a time as text', { create_time: '1760000000' }],
    ['a time that no calendar has', { create_time: 1e18 }],
    ['a time that is no number', { create_time: Number.NaN }],
  ])('skips and counts a video with %s, and keeps the others', (_what, over) => {
    const { readings, skipped } = readVideos([
      { ...good, ...over },
      { ...good, id: '1' },
    ]);
    expect(skipped).toBe(1);
    expect(readings.map(({ id }) => id)).toEqual(['1']);
  });

  it('makes good what is odd about the rest', () => {
    expect(reading({ video_description: '', title: 'Title' })).toMatchObject({ caption: 'Title' });
    expect(reading({ video_description: 7, title: undefined })).toMatchObject({ caption: '' });
    expect(reading({ share_url: null })).toMatchObject({ shareUrl: null });
    expect(reading({ duration: 12.6 })).toMatchObject({ durationSeconds: 13 });
    expect(reading({ duration: 'long' })).toMatchObject({ durationSeconds: null });
    expect(reading({ duration: 1e12 })).toMatchObject({ durationSeconds: null });
    expect(
      reading({ view_count: -1, like_count: 1.9, comment_count: null, share_count: 'many' }),
    ).toMatchObject({ views: 0, likes: 1, comments: 0, shares: 0 });
    expect(reading({ view_count: '99999999999999999999' })).toMatchObject({ views: Number.MAX_SAFE_INTEGER });
    expect(reading({ id: 42 })).toMatchObject({ id: '42' });
  });

  it('takes the same video twice as one', () => {
    expect(readVideos([good, good])).toMatchObject({ readings: [{ id: good.id }], skipped: 0 });
  });

  it.each([[undefined], [null], ['videos'], [{}]])('takes %j for an empty page', (videos) => {
    expect(readVideos(videos)).toEqual({ readings: [], skipped: 0 });
  });

  it('never throws, and never gives what the store cannot hold', () => {
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
          expect(Number.isSafeInteger(views) && views >= 0).toBe(true);
        }
      }),
    );
  });
});
