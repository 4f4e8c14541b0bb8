import { describe, expect, it } from '@jest/globals';
import { trackView } from './track.mapper.js';

const TRACK = {
  commercial_music_id: '7100000000000000001',
  commercial_music_name: 'Paper Lanterns',
  artist: 'Yuki and Friends',
  duration: 61,
  rank_position: '12',
  genres: ['POP'],
};
const full = {
  song_clip_id: '7200000000000000001',
  duration: 60,
  preview_url: 'https://example.com/full.mp3',
};
const trending = { song_clip_id: '7200000000000000002', duration: 15, preview_url: null };

describe('trackView', () => {
  it('returns the id of the full clip and parses the rank', () => {
    expect(trackView({ ...TRACK, full_duration_song_clip: full, trending_song_clip: trending })).toEqual([
      {
        soundId: full.song_clip_id,
        name: 'Paper Lanterns',
        artist: 'Yuki and Friends',
        durationSeconds: 61,
        genres: ['POP'],
        rank: 12,
        thumbnailUrl: null,
        previewUrl: full.preview_url,
      },
    ]);
  });

  it('falls back to the trending clip and omits tracks without clips', () => {
    expect(
      trackView({ ...TRACK, full_duration_song_clip: null, trending_song_clip: trending }),
    ).toMatchObject([{ soundId: trending.song_clip_id, previewUrl: null }]);
    expect(trackView({ ...TRACK, full_duration_song_clip: null })).toEqual([]);
  });

  it.each([
    [{ duration: 0 }, { durationSeconds: 15 }],
    [{ duration: null, trending_song_clip: { ...trending, duration: 0 } }, { durationSeconds: null }],
    [{ rank_position: null }, { rank: null }],
    [{ rank_position: 3 }, { rank: 3 }],
    [{ rank_position: 'new' }, { rank: null }],
    [
      { commercial_music_name: null, artist: null, genres: null },
      { name: '', artist: '', genres: [] },
    ],
  ])('maps %j to %j', (odd, view) => {
    expect(trackView({ ...TRACK, trending_song_clip: trending, ...odd })).toMatchObject([view]);
  });
});
