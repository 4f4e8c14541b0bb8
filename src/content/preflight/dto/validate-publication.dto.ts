import { IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import { PhotoOptions } from '../../post/post-options.dto.js';
import { POST_KINDS, type PostKind } from '../../post/publication.entity.js';
import { NewPostDto } from '../../publications/dto/new-post.dto.js';
import { PostFields, VideoFields } from '../../publications/dto/post-fields.dto.js';
import { DeclaredFileDto } from './declared-file.dto.js';

// Longer than TikTok accepts, so that the rules can report by how much.
const TEXT_MAX = 20_000;
const FILES_MAX = 100;

/** A post that has not been created, with the field names of init-video-upload and init-photo-upload. */
const DeclaredPost = PartialType(
  IntersectionType(
    OmitType(NewPostDto, ['title', 'privacyLevel', 'allowComment']),
    PostFields,
    VideoFields,
    OmitType(PhotoOptions, ['photoTitle']),
  ),
);

export class ValidatePublicationDto extends DeclaredPost {
  /** A publication that exists. Leave out all other fields. */
  @IsOptional()
  @IsUUID()
  publishId?: string;

  /** `photo` by default if you send `photoUrls` or `photoCount`, otherwise `video`. */
  @IsOptional()
  @IsIn(POST_KINDS)
  kind?: PostKind;

  /** @example "Check out our spring collection #springfashion" */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  @NoZeroByte()
  caption?: string;

  /** Photos: the line above the caption. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  @NoZeroByte()
  photoTitle?: string;

  /**
   * Videos: where TikTok would fetch the video. The service checks the address and fetches nothing.
   * @example https://media.example.com/spring.mp4
   */
  @IsOptional()
  @IsString()
  videoUrl?: string;

  /** Photos: where TikTok would fetch them. The service checks the addresses and fetches nothing. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILES_MAX)
  @IsString({ each: true })
  photoUrls?: string[];

  /** Photos: how many you will upload. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(FILES_MAX)
  photoCount?: number;

  /** What is known about each file, in their order. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILES_MAX)
  @ValidateNested({ each: true })
  @Type(() => DeclaredFileDto)
  media?: DeclaredFileDto[];
}
