import { Injectable } from '@nestjs/common';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** A clip of a track. Posts use clips only. The preview URL expires after 6 h. */
export interface MusicClip {
  /** The `music_sound_id` for posts. TikTok refuses the track's own id. */
  song_clip_id: string;
  /** Seconds. */
  duration?: number | null;
  preview_url?: string | null;
}

/** A track of the Commercial Music Library. All fields except the id may be missing or null. */
export interface CommercialTrack {
  commercial_music_id: string;
  commercial_music_name?: string | null;
  artist?: string | null;
  /** Seconds; 0 if unknown. */
  duration?: number | null;
  thumbnail_url?: string | null;
  /** Expires after 6 h. */
  preview_url?: string | null;
  genres?: string[] | null;
  /** A number as text. */
  rank_position?: string | number | null;
  /** The whole track. */
  full_duration_song_clip?: MusicClip | null;
  /** The trending clip. */
  trending_song_clip?: MusicClip | null;
}

export interface MusicQuery {
  /** Defaults to `ALL`. */
  genre?: string;
  /** ISO 3166-1 alpha-2; defaults to `US`. */
  country_code?: string;
  /** Defaults to `7DAY`. */
  date_range?: '1DAY' | '7DAY' | '30DAY' | '90DAY';
}

/** The Commercial Music Library. TikTok has no endpoint to search it by name. */
@Injectable()
export class MusicApi {
  constructor(private readonly client: BusinessClient) {}

  /**
   * Returns up to 100 trending tracks in the order of their rank.
   * @returns undefined if the response has no list
   */
  async trending(account: BusinessAccount, query: MusicQuery): Promise<CommercialTrack[] | undefined> {
    const { list } = await this.client.get<{ list?: CommercialTrack[] | null }>(
      callerFor(account),
      '/discovery/cml/trending_list/',
      { business_id: account.businessId, ...query },
    );
    // Nothing trends, for example in a genre without tracks.
    if (list === null) return [];
    return Array.isArray(list) ? list : undefined;
  }
}
