import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { orNull } from '../../../common/index.js';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';
import { CAPTION_MAX, PHOTO_TITLE_MAX } from '../../rules/post-limits.js';
import { IsClockTime, IsZoneName } from '../../scheduling/time-validators.js';
import { MaxUnits } from './max-units.js';
import { COVER_MAX_MS, NO_ZERO_BYTE, TITLE_MAX } from './new-post.dto.js';
import { VideoMusicDto } from './post-music.dto.js';
import { PublishIdDto } from './publication.views.js';

/** May be absent, and then stays as it is; null is not a value. */
const MayStay = () => ValidateIf((_post, value: unknown) => value !== undefined);

/** What is absent stays as it is. */
export class EditPublicationDto extends PublishIdDto {
  @ApiPropertyOptional({ maxLength: TITLE_MAX, description: 'name within your organisation' })
  @MayStay()
  @IsString()
  @IsNotEmpty()
  @MaxLength(TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  title?: string;

  @ApiPropertyOptional({
    description: `at most ${CAPTION_MAX.video} UTF-16 units under a video, ${CAPTION_MAX.photo} under photos`,
  })
  @MayStay()
  @IsString()
  @MaxUnits(CAPTION_MAX.photo)
  @Matches(...NO_ZERO_BYTE)
  caption?: string;

  @ApiPropertyOptional({ enum: PRIVACY_LEVELS, description: 'not of drafts' })
  @MayStay()
  @IsIn(PRIVACY_LEVELS)
  privacyLevel?: PrivacyLevel;

  @ApiPropertyOptional()
  @MayStay()
  @IsBoolean()
  allowComment?: boolean;

  @ApiPropertyOptional({ description: 'videos' })
  @MayStay()
  @IsBoolean()
  allowDuet?: boolean;

  @ApiPropertyOptional({ description: 'videos' })
  @MayStay()
  @IsBoolean()
  allowStitch?: boolean;

  @ApiPropertyOptional({ description: 'promotes something: the next two say what' })
  @MayStay()
  @IsBoolean()
  commercialDisclosure?: boolean;

  @ApiPropertyOptional({ description: 'promotes your own business' })
  @MayStay()
  @IsBoolean()
  brandOrganic?: boolean;

  @ApiPropertyOptional({ description: 'a paid partnership; cannot be private' })
  @MayStay()
  @IsBoolean()
  brandedContent?: boolean;

  @ApiPropertyOptional({ description: 'videos: labelled as made with AI' })
  @MayStay()
  @IsBoolean()
  aiGenerated?: boolean;

  @ApiPropertyOptional({ description: 'videos: the frame that becomes the cover, in milliseconds' })
  @MayStay()
  @IsInt()
  @Min(0)
  @Max(COVER_MAX_MS)
  coverTimestampMs?: number;

  @ApiPropertyOptional({ description: 'photos: the one that becomes the cover, from 0' })
  @MayStay()
  @IsInt()
  @Min(0)
  coverIndex?: number;

  @ApiPropertyOptional({
    description: `photos: the line above the caption, at most ${PHOTO_TITLE_MAX} UTF-16 units`,
  })
  @MayStay()
  @IsString()
  @MaxUnits(PHOTO_TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  photoTitle?: string;

  @ApiPropertyOptional({ description: 'photos: TikTok may add music' })
  @MayStay()
  @IsBoolean()
  autoAddMusic?: boolean;

  @ApiPropertyOptional({ ...orNull(VideoMusicDto), description: 'Business accounts; null: none' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VideoMusicDto)
  music?: VideoMusicDto | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '2026-11-24T10:00',
    description: 'of what is scheduled; null: at once',
  })
  @IsOptional()
  @IsString()
  @IsClockTime()
  publishAt?: string | null;

  @ApiPropertyOptional({ example: 'Europe/Berlin', description: 'IANA name; with publishAt' })
  @IsOptional()
  @IsString()
  @IsZoneName()
  timeZone?: string;
}
