import { IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Fits, NoZeroByte } from '../../../common/index.js';
import { MaxUnits } from '../../post/max-units.js';
import { PhotoMusicDto } from '../../post/post-music.dto.js';
import { PhotoOptions } from '../../post/post-options.dto.js';
import type { PublicationStatus } from '../../post/publication.entity.js';
import { CAPTION_MAX, PHOTOS_MAX } from '../../post/text-limits.js';
import { NewPostDto } from './new-post.dto.js';

const isGiven = (value: unknown) => value !== undefined && value !== null;

export class InitPhotoUploadDto extends IntersectionType(NewPostDto, PartialType(PhotoOptions)) {
  /**
   * What TikTok shows under the photos, at most 4000 UTF-16 units. The title by default.
   * @example "Five looks for spring #springfashion"
   */
  @IsOptional()
  @IsString()
  @MaxUnits(CAPTION_MAX.photo)
  @NoZeroByte()
  caption?: string;

  /** How many photos you upload. Send either this or `photoUrls`. */
  @ValidateIf(({ photoCount, photoUrls }: InitPhotoUploadDto) => isGiven(photoCount) || !isGiven(photoUrls))
  @IsInt({
    message: ({ value }: { value: unknown }) =>
      isGiven(value) ? 'must be an integer number' : 'is required, unless photoUrls names the photos',
  })
  @Min(1)
  @Max(PHOTOS_MAX)
  @Fits<InitPhotoUploadDto>((_count, { photoUrls }) =>
    isGiven(photoUrls) ? 'must be left out if photoUrls names the photos' : undefined,
  )
  photoCount?: number;

  /**
   * Where TikTok fetches the photos, instead of uploads. Each address must be on a domain or under a prefix of
   * TIKTOK_VERIFIED_URLS.
   * @example ["https://media.example.com/1.jpg", "https://media.example.com/2.webp"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PHOTOS_MAX)
  @IsString({ each: true })
  photoUrls?: string[];

  /** Which photo becomes the cover, counted from 0. The first photo by default. */
  @IsInt()
  @Min(0)
  @Max(PHOTOS_MAX - 1)
  @Fits<InitPhotoUploadDto>((index, { photoUrls, photoCount }) => {
    const count = Array.isArray(photoUrls) ? photoUrls.length : photoCount;
    const isOut = typeof index === 'number' && typeof count === 'number' && count > 0 && index >= count;
    return isOut ? `must be one of the photos: 0 to ${count - 1}` : undefined;
  })
  override coverIndex?: number;

  /** Only for accounts that publish through the Business API. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PhotoMusicDto)
  music?: PhotoMusicDto;
}

export class InitPhotoUploadAnswer {
  /** @format uuid */
  publishId: string;

  /** `awaiting_upload`, or `ready` if TikTok fetches the photos itself. */
  status: PublicationStatus;

  /**
   * Where to POST each photo as multipart field "file", or to PUT its raw bytes, in the order of the photos. The links
   * need no JWT, and expire. Empty with `photoUrls`.
   */
  uploadUrls: string[];

  /** Where to create and continue a resumable upload (tus 1.0) of each photo instead. The links need no JWT, and expire. */
  tusUrls: string[];
}
