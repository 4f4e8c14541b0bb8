import type { CommercialTrack } from '../../../tiktok/index.js';
import type { CommercialTrackView } from './dto/list-commercial-music.dto.js';

/** Posts use the id of a clip, so tracks without a clip are omitted. Prefers the full-length clip. */
export function trackView(track: CommercialTrack): CommercialTrackView[] {
  const clip = [track.full_duration_song_clip, track.trending_song_clip].find((one) => one?.song_clip_id);
  if (!clip) return [];
  return [
    {
      soundId: clip.song_clip_id,
      name: track.commercial_music_name ?? '',
      artist: track.artist ?? '',
      // TikTok sends 0 for an unknown duration.
      durationSeconds: track.duration || clip.duration || null,
      genres: track.genres ?? [],
      rank: numberIn(track.rank_position),
      thumbnailUrl: track.thumbnail_url ?? null,
      previewUrl: track.preview_url ?? clip.preview_url ?? null,
    },
  ];
}

function numberIn(value: string | number | null | undefined): number | null {
  const number = Number(value ?? NaN);
  return Number.isFinite(number) ? number : null;
}
