import { IntersectionType, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import { MaxUnits } from '../../post/max-units.js';
import type { PublicationStatus } from '../../post/publication.entity.js';
import { CAPTION_MAX } from '../../post/text-limits.js';
import { NewPostDto } from './new-post.dto.js';
import { VideoFields } from './post-fields.dto.js';

export class InitVideoUploadDto extends IntersectionType(NewPostDto, PartialType(VideoFields)) {
  /**
   * What TikTok shows under the video, at most 2200 UTF-16 units. The title by default.
   * @example "Check out our spring collection #springfashion"
   */
  @IsOptional()
  @IsString()
  @MaxUnits(CAPTION_MAX.video)
  @NoZeroByte()
  caption?: string;

  /**
   * Where TikTok fetches the video, instead of an upload. The address must be on a domain or under a prefix of
   * TIKTOK_VERIFIED_URLS.
   * @example https://media.example.com/spring.mp4
   */
  @IsOptional()
  @IsString()
  videoUrl?: string;
}

export class InitVideoUploadAnswer {
  /** @format uuid */
  publishId: string;

  /** `awaiting_upload`, or `ready` if TikTok fetches the video itself. */
  status: PublicationStatus;

  /**
   * Where to POST the video as multipart field "file", or to PUT its raw bytes. The link needs no JWT, and expires. Absent
   * with `videoUrl`.
   */
  uploadUrl?: string;

  /** Where to create and continue a resumable upload (tus 1.0) instead. The link needs no JWT, and expires. */
  tusUrl?: string;
}
