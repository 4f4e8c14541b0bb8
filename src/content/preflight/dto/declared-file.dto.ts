import { IsInt, IsNumber, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import type { MediaFacts } from '../../post/media-facts.js';

/** What is known about a file before its upload. Absent facts are not checked. */
export class DeclaredFileDto implements MediaFacts {
  /** @example 12000000 */
  @IsOptional()
  @IsInt()
  @Min(0)
  sizeBytes?: number;

  /** @example mp4 */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @NoZeroByte()
  format?: string;

  /** @example h264 */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @NoZeroByte()
  codec?: string;

  /** @example 1080 */
  @IsOptional()
  @IsInt()
  @Min(1)
  width?: number;

  /** @example 1920 */
  @IsOptional()
  @IsInt()
  @Min(1)
  height?: number;

  /** @example 29.97 */
  @IsOptional()
  @IsNumber()
  @Min(0)
  frameRate?: number;

  /** @example 14.2 */
  @IsOptional()
  @IsNumber()
  @Min(0)
  durationSeconds?: number;
}
