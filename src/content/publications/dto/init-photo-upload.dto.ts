import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Fits } from '../../../common/index.js';
import { PUBLICATION_STATUSES, type PublicationStatus } from '../../post/publication.entity.js';
import { CAPTION_MAX, PHOTO_LIMITS, PHOTO_TITLE_MAX } from '../../rules/post-limits.js';
import { MaxUnits } from './max-units.js';
import { NewPostDto, NO_ZERO_BYTE } from './new-post.dto.js';
import { PhotoMusicDto } from './post-music.dto.js';

const PHOTOS_MAX = PHOTO_LIMITS.count.max;
const isGiven = (value: unknown) => value !== undefined && value !== null;

export class InitPhotoUploadDto extends NewPostDto {
  @ApiPropertyOptional({
    example: 'Five looks for spring #springfashion',
    description: `what TikTok shows under the photos, at most ${CAPTION_MAX.photo} UTF-16 units; the title when absent`,
  })
  @IsOptional()
  @IsString()
  @MaxUnits(CAPTION_MAX.photo)
  @Matches(...NO_ZERO_BYTE)
  caption?: string;

  @ApiPropertyOptional({
    example: 'Spring is here',
    description: `the line above the caption, at most ${PHOTO_TITLE_MAX} UTF-16 units`,
  })
  @IsOptional()
  @IsString()
  @MaxUnits(PHOTO_TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  photoTitle?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: PHOTOS_MAX,
    description: 'how many photos you upload; either this or photoUrls',
  })
  @ValidateIf(({ photoCount, photoUrls }: InitPhotoUploadDto) => isGiven(photoCount) || !isGiven(photoUrls))
  @IsInt({
    message: ({ value }: { value: unknown }) =>
      isGiven(value)
        ? 'must be an integer number'
        : 'must say how many photos are uploaded, unless photoUrls names them',
  })
  @Min(1)
  @Max(PHOTOS_MAX)
  @Fits<InitPhotoUploadDto>((_count, { photoUrls }) =>
    isGiven(photoUrls) ? 'must be left out when photoUrls says which photos they are' : undefined,
  )
  photoCount?: number;

  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: PHOTOS_MAX,
    example: ['https://media.example.com/1.jpg', 'https://media.example.com/2.webp'],
    description:
      'instead of uploads: where TikTok fetches the photos, on domains or under prefixes of TIKTOK_VERIFIED_URLS',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PHOTOS_MAX)
  @IsString({ each: true })
  photoUrls?: string[];

  @ApiPropertyOptional({ minimum: 0, default: 0, description: 'which photo becomes the cover, from 0' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PHOTOS_MAX - 1)
  @Fits<InitPhotoUploadDto>((index, { photoUrls, photoCount }) => {
    const count = Array.isArray(photoUrls) ? photoUrls.length : photoCount;
    const isOut = typeof index === 'number' && typeof count === 'number' && count > 0 && index >= count;
    return isOut ? `must be one of the photos: 0 to ${count - 1}` : undefined;
  })
  coverIndex?: number;

  @ApiPropertyOptional({ default: false, description: 'TikTok may add music of its own choice' })
  @IsOptional()
  @IsBoolean()
  autoAddMusic?: boolean;

  @ApiPropertyOptional({ description: 'only for accounts that can publish through the Business API' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PhotoMusicDto)
  music?: PhotoMusicDto;
}

export class InitPhotoUploadAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({
    enum: PUBLICATION_STATUSES,
    description: '`awaiting_upload`, or `ready` when TikTok fetches the photos itself',
  })
  status: PublicationStatus;

  @ApiProperty({
    type: [String],
    description:
      'one for each photo, in their order: POST it there as multipart field "file", or PUT its raw bytes; no JWT, they expire. Empty with photoUrls',
  })
  uploadUrls: string[];

  @ApiProperty({
    type: [String],
    description: 'instead, one for each photo: a resumable upload by tus 1.0; no JWT, they expire',
  })
  tusUrls: string[];
}
