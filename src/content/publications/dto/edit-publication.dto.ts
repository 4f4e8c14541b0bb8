import { IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, IsString, ValidateNested } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import { MaxUnits } from '../../post/max-units.js';
import { VideoMusicDto } from '../../post/post-music.dto.js';
import { PhotoOptions, SharedOptions } from '../../post/post-options.dto.js';
import { CAPTION_MAX } from '../../post/text-limits.js';
import { IsClockTime, IsZoneName } from '../../scheduling/time-validators.js';
import { PostFields, VideoFields } from './post-fields.dto.js';
import { PublishIdDto } from './publish.dto.js';

export class CaptionField {
  /** What TikTok shows: at most 2200 UTF-16 units under a video, 4000 under photos. */
  @IsString()
  @MaxUnits(CAPTION_MAX.photo)
  @NoZeroByte()
  caption: string;
}

/** An absent field stays as it is, and null is no value. */
const EditedFields = PartialType(
  IntersectionType(PostFields, CaptionField, SharedOptions, OmitType(VideoFields, ['music']), PhotoOptions),
  { skipNullProperties: false },
);

export class EditPublicationDto extends IntersectionType(PublishIdDto, EditedFields) {
  /** Only for accounts that publish through the Business API. Null removes the music. */
  @IsOptional()
  @ValidateNested()
  @Type(() => VideoMusicDto)
  music?: VideoMusicDto | null;

  /**
   * The new time of a scheduled post. Null publishes it immediately.
   * @example 2026-11-24T10:00
   */
  @IsOptional()
  @IsString()
  @IsClockTime()
  publishAt?: string | null;

  /**
   * IANA name of the time zone of `publishAt`.
   * @example Europe/Berlin
   */
  @IsOptional()
  @IsString()
  @IsZoneName()
  timeZone?: string;
}
