import { seededRandom } from '../../random.js';
import type { AccountCall } from '../wire/business-call.js';
import { DAY_MS } from '../reports/advertiser-day.js';
import { accountEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { dayText } from '../wire/time-text.js';
import { fileUrl, VIDEO_URL_SECONDS } from './file-url.js';
import { SYSTEM_MUSIC, systemMusicId } from './system-music.js';

const RANGES = ['1DAY', '7DAY', '30DAY', '90DAY'] as const;
const MOST_RANKS = 100;

/** Lists tracks for published posts. Source: business reference §6. */
const trendingList = accountEndpoint({
  method: 'GET',
  path: '/discovery/cml/trending_list/',
  scopes: [],
  handle(call) {
    const { params, account, world } = call;
    const genre = params.text('genre') ?? 'ALL';
    params.text('country_code');
    const days = Number.parseInt(params.oneOf('date_range', RANGES) ?? '7DAY', 10);
    const [latest] = world.videos.page(account.username, { before: Infinity, count: 1, publicOnly: true });
    return {
      list: SYSTEM_MUSIC.filter((track) => genre === 'ALL' || track.genre === genre).map((track, index) =>
        trackView(call, { track, rank: index + 1, days, videoId: latest?.id }),
      ),
    };
  },
});

interface Place {
  readonly track: (typeof SYSTEM_MUSIC)[number];
  readonly rank: number;
  readonly days: number;
  readonly videoId: string | undefined;
}

function trackView({ origin, now, account: { username } }: AccountCall, place: Place): object {
  const { track, rank, days, videoId } = place;
  const id = systemMusicId(track.title);
  const expires = Math.floor(now / 1000) + VIDEO_URL_SECONDS;
  const preview = fileUrl(origin, `${id}.mp3`, expires);
  const duration = Math.round(30 + seededRandom(`music/${track.title}`)() * 90);
  const clip = (name: 'full' | 'trending', seconds: number): object | null =>
    (track.clips as readonly string[]).includes(name)
      ? { song_clip_id: systemMusicId(`${track.title}/${name}`), duration: seconds, preview_url: preview }
      : null;
  return {
    commercial_music_id: id,
    commercial_music_name: track.title,
    artist: track.author,
    duration,
    thumbnail_url: fileUrl(origin, `${id}/cover.jpeg`, expires),
    preview_url: preview,
    genres: [track.genre],
    rank_position: String(rank),
    trending_history: historyOf(track.title, rank, days, now),
    full_duration_song_clip: clip('full', duration),
    trending_song_clip: clip('trending', Math.min(30, duration)),
    top_video_list: videoId === undefined ? [] : [topVideo(videoId, username)],
  };
}

/** The rank of each day, today's last; null for days on which the track was not in the list. */
function historyOf(title: string, rank: number, days: number, now: number): object[] {
  const random = seededRandom(`music/${title}/history`);
  return Array.from({ length: days }, (_, index) => {
    const age = days - 1 - index;
    const wasListed = age === 0 || random() > 0.2;
    return {
      date: dayText(now - age * DAY_MS),
      rank_position_daily: wasListed
        ? String(age === 0 ? rank : 1 + Math.floor(random() * MOST_RANKS))
        : null,
    };
  });
}

function topVideo(videoId: string, username: string): object {
  return {
    video_id: videoId,
    embed_url: `https://www.tiktok.com/embed/v2/${videoId}`,
    share_url: `https://www.tiktok.com/@${username}/video/${videoId}`,
  };
}

export const COMMERCIAL_MUSIC_ENDPOINTS: readonly BusinessEndpoint[] = [trendingList];
