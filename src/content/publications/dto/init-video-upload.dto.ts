import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PUBLICATION_STATUSES, type PublicationStatus } from '../../post/publication.entity.js';
import { CAPTION_MAX } from '../../rules/post-limits.js';
import { MaxUnits } from './max-units.js';
import { COVER_MAX_MS, NewPostDto, NO_ZERO_BYTE } from './new-post.dto.js';
import { VideoMusicDto } from './post-music.dto.js';

export class InitVideoUploadDto extends NewPostDto {
  @ApiPropertyOptional({
    example: 'Check out our spring collection #springfashion',
    description: `what TikTok shows under the video, at most ${CAPTION_MAX.video} UTF-16 units; the title when absent`,
  })
  @IsOptional()
  @IsString()
  @MaxUnits(CAPTION_MAX.video)
  @Matches(...NO_ZERO_BYTE)
  caption?: string;

  @ApiPropertyOptional({
    example: 'https://media.example.com/spring.mp4',
    description:
      'instead of an upload: where TikTok fetches the video, on a domain or under a prefix of TIKTOK_VERIFIED_URLS',
  })
  @IsOptional()
  @IsString()
  videoUrl?: string;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  allowDuet?: boolean;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  allowStitch?: boolean;

  @ApiPropertyOptional({ default: false, description: 'TikTok labels it "Creator labeled as AI-generated"' })
  @IsOptional()
  @IsBoolean()
  aiGenerated?: boolean;

  @ApiPropertyOptional({ minimum: 0, description: 'which frame becomes the cover; the first when absent' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(COVER_MAX_MS)
  coverTimestampMs?: number;

  @ApiPropertyOptional({ description: 'only for accounts that can publish through the Business API' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => VideoMusicDto)
  music?: VideoMusicDto;
}

export class InitVideoUploadAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({
    enum: PUBLICATION_STATUSES,
    description: '`awaiting_upload`, or `ready` when TikTok fetches the video itself',
  })
  status: PublicationStatus;

  @ApiPropertyOptional({
    description:
      'POST the video there as multipart field "file", or PUT its raw bytes; no JWT, it expires. Absent with videoUrl',
  })
  uploadUrl?: string;

  @ApiPropertyOptional({
    description:
      'instead: a resumable upload by tus 1.0, to be created there and to be continued there; no JWT, it expires',
  })
  tusUrl?: string;
}
