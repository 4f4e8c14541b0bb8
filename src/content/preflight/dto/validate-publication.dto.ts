import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';
import { POST_KINDS, POST_MODES, type PostKind, type PostMode } from '../../post/publication.entity.js';
import { MODE_MEANING, PRIVACY_MEANING } from '../../publications/dto/meanings.js';
import { COVER_MAX_MS, NO_ZERO_BYTE, TITLE_MAX } from '../../publications/dto/new-post.dto.js';
import { VideoMusicDto } from '../../publications/dto/post-music.dto.js';
import { DeclaredFileDto } from './declared-file.dto.js';

// Longer than TikTok takes, so that the rules can say by how much.
const TEXT_MAX = 20_000;
const FILES_MAX = 100;

/**
 * Either `publishId` of a publication that was begun, or the fields of one that is not, named as init-video-upload and
 * init-photo-upload name them.
 */
export class ValidatePublicationDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'one that was begun; leave all other fields out' })
  @IsOptional()
  @IsUUID()
  publishId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'which account; needed when several are connected' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  @ApiPropertyOptional({
    enum: POST_KINDS,
    description: 'as long as it is left out: photo with photoUrls or photoCount, else video',
  })
  @IsOptional()
  @IsIn(POST_KINDS)
  kind?: PostKind;

  @ApiPropertyOptional({ enum: POST_MODES, default: 'direct', description: MODE_MEANING })
  @IsOptional()
  @IsIn(POST_MODES)
  mode?: PostMode;

  @ApiPropertyOptional({ example: 'New product drop', description: 'stands in for a missing caption' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  title?: string;

  @ApiPropertyOptional({ example: 'Check out our spring collection #springfashion' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  @Matches(...NO_ZERO_BYTE)
  caption?: string;

  @ApiPropertyOptional({ description: 'photos: the line above the caption' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  @Matches(...NO_ZERO_BYTE)
  photoTitle?: string;

  @ApiPropertyOptional({ enum: PRIVACY_LEVELS, description: PRIVACY_MEANING })
  @IsOptional()
  @IsIn(PRIVACY_LEVELS)
  privacyLevel?: PrivacyLevel;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  allowComment?: boolean;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  allowDuet?: boolean;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  allowStitch?: boolean;

  @ApiPropertyOptional({ default: false, description: 'the post promotes something' })
  @IsOptional()
  @IsBoolean()
  commercialDisclosure?: boolean;

  @ApiPropertyOptional({ default: false, description: '“Your brand”' })
  @IsOptional()
  @IsBoolean()
  brandOrganic?: boolean;

  @ApiPropertyOptional({ default: false, description: '“Branded content”' })
  @IsOptional()
  @IsBoolean()
  brandedContent?: boolean;

  @ApiPropertyOptional({ default: false, description: 'made with AI' })
  @IsOptional()
  @IsBoolean()
  aiGenerated?: boolean;

  @ApiPropertyOptional({ description: 'videos: milliseconds' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(COVER_MAX_MS)
  coverTimestampMs?: number;

  @ApiPropertyOptional({ description: 'photos: from 0' })
  @IsOptional()
  @IsInt()
  @Min(0)
  coverIndex?: number;

  @ApiPropertyOptional({ default: false, description: 'photos: TikTok may add music' })
  @IsOptional()
  @IsBoolean()
  autoAddMusic?: boolean;

  @ApiPropertyOptional({ description: 'Business accounts' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => VideoMusicDto)
  music?: VideoMusicDto;

  @ApiPropertyOptional({
    example: 'https://media.example.com/spring.mp4',
    description: 'videos: where TikTok fetches it; the address is checked, and nothing is fetched',
  })
  @IsOptional()
  @IsString()
  videoUrl?: string;

  @ApiPropertyOptional({ type: [String], description: 'photos: the same, instead of uploads' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILES_MAX)
  @IsString({ each: true })
  photoUrls?: string[];

  @ApiPropertyOptional({ minimum: 1, description: 'photos: how many you will upload' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(FILES_MAX)
  photoCount?: number;

  @ApiPropertyOptional({
    type: [DeclaredFileDto],
    description: 'in their order; left out: nothing is known of them',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILES_MAX)
  @ValidateNested({ each: true })
  @Type(() => DeclaredFileDto)
  media?: DeclaredFileDto[];
}
