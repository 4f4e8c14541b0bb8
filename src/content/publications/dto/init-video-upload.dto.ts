import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';

const TITLE_MAX = 150;
// UTF-16 units, which is what a JavaScript string's length counts.
const CAPTION_MAX = 2200;
// No database text holds one.
const NO_ZERO_BYTE = [/^[^\0]*$/, { message: 'must not contain a zero byte' }] as const;

export class InitVideoUploadDto {
  @ApiProperty({
    example: 'New product drop',
    maxLength: TITLE_MAX,
    description: 'name within your organisation',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  title: string;

  @ApiPropertyOptional({
    example: 'Check out our spring collection #springfashion',
    maxLength: CAPTION_MAX,
    description: 'what TikTok shows under the video; the title when absent',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CAPTION_MAX)
  @Matches(...NO_ZERO_BYTE)
  caption?: string;

  @ApiProperty({ enum: PRIVACY_LEVELS, description: 'no default: TikTok wants a person to choose' })
  @IsIn(PRIVACY_LEVELS)
  privacyLevel: PrivacyLevel;

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

  @ApiPropertyOptional({ format: 'uuid', description: 'which account; needed when several are connected' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}

export class InitVideoUploadAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({
    description: 'POST the video there as multipart field "file", or PUT its raw bytes; no JWT, it expires',
  })
  uploadUrl: string;

  @ApiProperty({
    description:
      'instead: a resumable upload by tus 1.0, to be created there and to be continued there; no JWT, it expires',
  })
  tusUrl: string;
}
