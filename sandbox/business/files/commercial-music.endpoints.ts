import { seededRandom } from '../../random.js';
import type { AccountCall } from '../wire/business-call.js';
import { accountEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { fileUrl, VIDEO_URL_SECONDS } from './file-url.js';
import { SYSTEM_MUSIC, systemMusicId } from './system-music.js';

const RANGES = ['1DAY', '7DAY', '30DAY', '90DAY'] as const;

/** The tracks that may sound in published posts. Source: business reference §6. */
const trendingList = accountEndpoint({
  method: 'GET',
  path: '/discovery/cml/trending_list/',
  scopes: [],
  handle(call) {
    const { params, account, world } = call;
    const genre = params.text('genre') ?? 'ALL';
    params.text('country_code');
    params.oneOf('date_range', RANGES);
    const [latest] = world.videos.page(account.username, { before: Infinity, count: 1, publicOnly: true });
    return {
      trending_list: SYSTEM_MUSIC.filter((track) => genre === 'ALL' || track.genre === genre).map(
        (track, index) => trackView(call, track, index + 1, latest?.id),
      ),
    };
  },
});

function trackView(
  { origin, now }: AccountCall,
  track: (typeof SYSTEM_MUSIC)[number],
  rank: number,
  videoId: string | undefined,
): object {
  const id = systemMusicId(track.title);
  const expires = Math.floor(now / 1000) + VIDEO_URL_SECONDS;
  const preview = fileUrl(origin, `${id}.mp3`, expires);
  const duration = Math.round(30 + seededRandom(`music/${track.title}`)() * 90);
  const clip = (name: string): object => ({
    song_clip_id: systemMusicId(`${track.title}/${name}`),
    duration: Math.min(30, duration),
    preview_url: preview,
  });
  return {
    commercial_music_id: id,
    commercial_music_name: track.title,
    artist: track.author,
    duration,
    thumbnail_url: fileUrl(origin, `${id}/cover.jpeg`, expires),
    preview_url: preview,
    genres: [track.genre],
    rank_position: rank,
    trending_history: [{ date: new Date(now - 86_400_000).toISOString().slice(0, 10), rank_position: rank }],
    full_duration_song_clip: clip('full'),
    trending_song_clip: clip('trending'),
    top_video_list: videoId === undefined ? [] : [{ item_id: videoId }],
  };
}

export const COMMERCIAL_MUSIC_ENDPOINTS: readonly BusinessEndpoint[] = [trendingList];
