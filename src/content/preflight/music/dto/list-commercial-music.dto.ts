import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

export const TREND_RANGES = ['1DAY', '7DAY', '30DAY', '90DAY'] as const;
export type TrendRange = (typeof TREND_RANGES)[number];

export class ListCommercialMusicDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'which account; needed when several are connected' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  @ApiPropertyOptional({ example: 'POP', description: "one of TikTok's genres; all when absent" })
  @IsOptional()
  @IsString()
  @Matches(/^[\w &/-]{1,40}$/, { message: 'must be the name of a genre, such as POP' })
  genre?: string;

  @ApiPropertyOptional({ example: 'DE', description: 'where it trends; TikTok takes US when absent' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'must be a country as two capital letters, such as DE' })
  countryCode?: string;

  @ApiPropertyOptional({ enum: TREND_RANGES, default: '7DAY', description: 'Over how many days to rank.' })
  @IsOptional()
  @IsIn(TREND_RANGES)
  dateRange?: TrendRange;
}

export class CommercialTrackView {
  @ApiProperty({ description: 'what init-video-upload and init-photo-upload take as music.soundId' })
  soundId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  artist: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'of the whole track; null when TikTok does not say',
  })
  durationSeconds: number | null;

  @ApiProperty({ type: [String] })
  genres: string[];

  @ApiProperty({ type: Number, nullable: true, description: '1 trends most' })
  rank: number | null;

  @ApiProperty({ type: String, nullable: true })
  thumbnailUrl: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'to listen to; a link that expires after 6 hours',
  })
  previewUrl: string | null;
}

export class CommercialMusicAnswer {
  @ApiProperty({ type: [CommercialTrackView], description: 'at most 100 that trend: TikTok has no search' })
  tracks: CommercialTrackView[];
}
