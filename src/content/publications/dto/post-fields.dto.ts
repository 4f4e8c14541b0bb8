import { IsBoolean, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';
import { VideoOptions } from '../../post/post-options.dto.js';

/** Fields of every post beside its options. Forms make them optional with `PartialType`. */
export class PostFields {
  /**
   * The name within your organisation. It is also the caption if you send none.
   * @example "New product drop"
   */
  @IsString()
  @IsNotEmpty()
  @MaxLength(150)
  @NoZeroByte()
  title: string;

  /** Who can see the post. A direct post needs it, because TikTok requires an explicit choice; a draft takes none. */
  @IsIn(PRIVACY_LEVELS)
  privacyLevel: PrivacyLevel;

  /** If true, viewers may comment. Off by default. */
  @IsBoolean()
  allowComment: boolean;
}

/** Fields of videos only. */
export class VideoFields extends VideoOptions {
  /** Videos: if true, viewers may make duets. Off by default. */
  @IsBoolean()
  allowDuet: boolean;

  /** Videos: if true, viewers may make stitches. Off by default. */
  @IsBoolean()
  allowStitch: boolean;
}
