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
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';
import type { PostMusic } from '../post-options.js';
import { PublishIdDto } from './publication.views.js';

const TITLE_MAX = 150;
// UTF-16 units, as a JavaScript string's length counts: 2200 under a video, 4000 under photos.
const CAPTION_MAX = 4000;
const PHOTO_TITLE_MAX = 90;
const MAX_MS = 2_147_483_647;
// No database text holds one.
const NO_ZERO_BYTE = [/^[^\0]*$/, { message: 'must not contain a zero byte' }] as const;

/** May be absent, and then stays as it is; null is not a value. */
const MayStay = () => ValidateIf((_post, value: unknown) => value !== undefined);

class PostMusicDto implements PostMusic {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  soundId: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  volume?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_MS)
  startMs?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_MS)
  endMs?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  originalSoundVolume?: number;
}

/** What is absent stays as it is. */
export class EditPublicationDto extends PublishIdDto {
  @ApiPropertyOptional({ maxLength: TITLE_MAX, description: 'name within your organisation' })
  @MayStay()
  @IsString()
  @IsNotEmpty()
  @MaxLength(TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  title?: string;

  @ApiPropertyOptional({ maxLength: CAPTION_MAX, description: '2200 under a video, 4000 under photos' })
  @MayStay()
  @IsString()
  @MaxLength(CAPTION_MAX)
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
  @Max(MAX_MS)
  coverTimestampMs?: number;

  @ApiPropertyOptional({ description: 'photos: the one that becomes the cover, from 0' })
  @MayStay()
  @IsInt()
  @Min(0)
  coverIndex?: number;

  @ApiPropertyOptional({ maxLength: PHOTO_TITLE_MAX, description: 'photos: the line above the caption' })
  @MayStay()
  @IsString()
  @MaxLength(PHOTO_TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  photoTitle?: string;

  @ApiPropertyOptional({ description: 'photos: TikTok may add music' })
  @MayStay()
  @IsBoolean()
  autoAddMusic?: boolean;

  @ApiPropertyOptional({ type: Object, nullable: true, description: 'Business accounts; null: none' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PostMusicDto)
  music?: PostMusicDto | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '2026-11-24T10:00',
    description: 'of what is scheduled; null: at once',
  })
  @IsOptional()
  @IsString()
  publishAt?: string | null;

  @ApiPropertyOptional({ example: 'Europe/Berlin', description: 'IANA name; with publishAt' })
  @IsOptional()
  @IsString()
  timeZone?: string;
}
