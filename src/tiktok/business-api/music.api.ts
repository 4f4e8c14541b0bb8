import { Injectable } from '@nestjs/common';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** Seconds; the preview is a link that expires after six hours. */
export interface MusicClip {
  song_clip_id: string;
  duration: number;
  preview_url: string;
}

/** A track of the Commercial Music Library. */
export interface CommercialTrack {
  /** What posts name as `music_sound_id`. */
  commercial_music_id: string;
  commercial_music_name: string;
  artist: string;
  /** Seconds. */
  duration: number;
  thumbnail_url?: string;
  /** Expires after six hours. */
  preview_url?: string;
  genres?: string[];
  rank_position?: number;
  full_duration_song_clip?: MusicClip;
  trending_song_clip?: MusicClip;
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
   * @returns undefined when the answer has no list under the name that is known: TikTok's pages do not spell it out
   */
  async trending(account: BusinessAccount, query: MusicQuery): Promise<CommercialTrack[] | undefined> {
    const data = await this.client.get<{ trending_list?: CommercialTrack[] }>(
      callerFor(account),
      '/discovery/cml/trending_list/',
      { business_id: account.businessId, ...query },
    );
    return Array.isArray(data.trending_list) ? data.trending_list : undefined;
  }
}
