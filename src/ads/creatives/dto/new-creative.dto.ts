import { IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';

/** The account and the name of a file that is sent as multipart/form-data. They may also be fields before the file. */
export class CreativeFormQuery {
  /** The ad account, by TikTok's advertiser id. Media belong to one account. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,32}$/, { message: '$property must be the digits of an advertiser id, as text' })
  accountId?: string;

  /** A name that your organisation sees. By default, the file gets a name of its own. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @NoZeroByte()
  name?: string;
}

/** A file for an ad account. Give its bytes as the multipart field `file`, or exactly one of `url` and `publicationId`. */
export class NewCreativeDto {
  /** The ad account, by TikTok's advertiser id. Media belong to one account. */
  @IsString()
  @Matches(/^\d{1,32}$/, { message: '$property must be the digits of an advertiser id, as text' })
  accountId: string;

  /** A name that your organisation sees. By default, the file gets a name of its own. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @NoZeroByte()
  name?: string;

  /** An https address on a domain, or under a prefix, that is listed in TIKTOK_VERIFIED_URLS. */
  @IsOptional()
  @IsString()
  url?: string;

  /**
   * A publication whose file is still on this server, or was given by URL.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  publicationId?: string;
}

/** The provider's call: a file by address or publication, and of which kind. */
export class UploadCreativeDto extends NewCreativeDto {
  /** By default a video. */
  @IsOptional()
  @Matches(/^(?:video|image)$/, { message: '$property must be video or image' })
  kind?: 'video' | 'image';
}

/** The choice of a cover. */
export class ChooseCoverDto {
  /** One of the creative's covers. */
  @IsString()
  @MaxLength(200)
  @NoZeroByte()
  coverImageId: string;
}
