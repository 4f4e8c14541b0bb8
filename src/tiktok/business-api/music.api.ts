import { Injectable } from '@nestjs/common';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** A piece of a track: only pieces sound in posts. The preview is a link that expires after six hours. */
export interface MusicClip {
  /** What posts name as `music_sound_id`; TikTok refuses the track's own id. */
  song_clip_id: string;
  /** Seconds. */
  duration?: number | null;
  preview_url?: string | null;
}

/** A track of the Commercial Music Library. All but the id may be missing or null. */
export interface CommercialTrack {
  commercial_music_id: string;
  commercial_music_name?: string | null;
  artist?: string | null;
  /** Seconds; 0 when TikTok does not know. */
  duration?: number | null;
  thumbnail_url?: string | null;
  /** Expires after six hours. */
  preview_url?: string | null;
  genres?: string[] | null;
  /** A number as text. */
  rank_position?: string | number | null;
  /** The whole track. */
  full_duration_song_clip?: MusicClip | null;
  /** The piece that trends. */
  trending_song_clip?: MusicClip | null;
}

export interface MusicQuery {
  /** `ALL` when absent. */
  genre?: string;
  /** ISO 3166-1 alpha-2; `US` when absent. */
  country_code?: string;
  /** `7DAY` when absent. */
  date_range?: '1DAY' | '7DAY' | '30DAY' | '90DAY';
}

/** The Commercial Music Library, as far as TikTok shows it: no endpoint searches it by name. */
@Injectable()
export class MusicApi {
  constructor(private readonly client: BusinessClient) {}

  /**
   * At most 100 tracks that trend, the first one first.
   * @returns undefined when the answer has no list
   */
  async trending(account: BusinessAccount, query: MusicQuery): Promise<CommercialTrack[] | undefined> {
    const { list } = await this.client.get<{ list?: CommercialTrack[] | null }>(
      callerFor(account),
      '/discovery/cml/trending_list/',
      { business_id: account.businessId, ...query },
    );
    // Nothing trends, such as in a genre that TikTok has no tracks of.
    if (list === null) return [];
    return Array.isArray(list) ? list : undefined;
  }
}
