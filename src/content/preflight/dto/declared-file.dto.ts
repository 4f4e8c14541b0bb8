import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNumber, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import type { MediaFacts } from '../../post/media-facts.js';
import { NO_ZERO_BYTE } from '../../publications/dto/new-post.dto.js';

const NAME_MAX = 40;

/** What is known of a file that is not uploaded yet; what is left out is not checked. */
export class DeclaredFileDto implements MediaFacts {
  @ApiPropertyOptional({ example: 12_000_000 })
  @IsOptional()
  @IsInt()
  @Min(0)
  sizeBytes?: number;

  @ApiPropertyOptional({ example: 'mp4' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  @Matches(...NO_ZERO_BYTE)
  format?: string;

  @ApiPropertyOptional({ example: 'h264' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX)
  @Matches(...NO_ZERO_BYTE)
  codec?: string;

  @ApiPropertyOptional({ example: 1080 })
  @IsOptional()
  @IsInt()
  @Min(1)
  width?: number;

  @ApiPropertyOptional({ example: 1920 })
  @IsOptional()
  @IsInt()
  @Min(1)
  height?: number;

  @ApiPropertyOptional({ example: 29.97 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  frameRate?: number;

  @ApiPropertyOptional({ example: 14.2 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  durationSeconds?: number;
}
