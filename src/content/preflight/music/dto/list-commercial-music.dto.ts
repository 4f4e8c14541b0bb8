import { PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { NewPostDto } from '../../../publications/dto/new-post.dto.js';

export const TREND_RANGES = ['1DAY', '7DAY', '30DAY', '90DAY'] as const;
export type TrendRange = (typeof TREND_RANGES)[number];

export class ListCommercialMusicDto extends PickType(NewPostDto, ['integrationId']) {
  /**
   * One of TikTok's genres. All genres by default.
   * @example POP
   */
  @IsOptional()
  @IsString()
  @Matches(/^[\w &/-]{1,40}$/, { message: 'must be the name of a genre, such as POP' })
  genre?: string;

  /**
   * The country in which the music trends. TikTok uses US by default.
   * @example DE
   */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'must be a country as two capital letters, such as DE' })
  countryCode?: string;

  /**
   * The period of the ranking.
   * @default 7DAY
   */
  @IsOptional()
  @IsIn(TREND_RANGES)
  dateRange?: TrendRange;
}

export class CommercialTrackView {
  /** What init-video-upload and init-photo-upload take as `music.soundId`. */
  soundId: string;

  name: string;

  artist: string;

  /** The length of the whole track. Null if TikTok does not say. */
  durationSeconds: number | null;

  genres: string[];

  /** 1 is the most popular. */
  rank: number | null;

  thumbnailUrl: string | null;

  /** A link to listen to the track. It expires after 6 hours. */
  previewUrl: string | null;
}

export class CommercialMusicAnswer {
  /** At most 100 trending tracks, because TikTok has no search. */
  tracks: CommercialTrackView[];
}
