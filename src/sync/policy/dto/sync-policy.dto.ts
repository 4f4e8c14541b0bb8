import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const A_YEAR_IN_HOURS = 8760;
const MAX_STEPS = 20;
// TikTok attributes conversions up to 28 days back; the service reads a little further.
const MAX_REREAD_DAYS = 45;

export class CadenceStepDto {
  /**
   * The step applies to videos younger than this many days.
   * @asType integer
   */
  @IsInt()
  @Min(1)
  @Max(9999)
  underDays: number;

  /**
   * Hours between two readings of such a video.
   * @asType integer
   */
  @IsInt()
  @Min(1)
  @Max(A_YEAR_IN_HOURS)
  everyHours: number;
}

/** How often figures are read. Null, or an absent field: the service's default. */
export class SyncPolicyDto {
  /** How often the figures of a video are read, by its age. Older videos are read with each complete listing. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_STEPS)
  @ArrayUnique((step?: CadenceStepDto) => step?.underDays, { message: 'must name each age once' })
  @ValidateNested({ each: true })
  @Type(() => CadenceStepDto)
  videos?: CadenceStepDto[] | null;

  /**
   * Hours between two looks for new videos.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(A_YEAR_IN_HOURS)
  discoverEveryHours?: number | null;

  /**
   * Days between two complete listings, which find old videos that have vanished.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  fullListingEveryDays?: number | null;

  /**
   * Hours between two readings of insights, such as reach. TikTok updates them daily.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(A_YEAR_IN_HOURS)
  insightsEveryHours?: number | null;

  /**
   * Hours between two readings of a profile. A day keeps its last one.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(24)
  profileEveryHours?: number | null;

  /**
   * Hours between two readings of comments.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(A_YEAR_IN_HOURS)
  commentsEveryHours?: number | null;

  /**
   * Hours between two syncs of an ad account.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(A_YEAR_IN_HOURS)
  adsEveryHours?: number | null;

  /** If true, each sync also reads the figures of today, although they are not final. */
  @IsOptional()
  @IsBoolean()
  adsToday?: boolean | null;

  /** The ages in days at which the figures of a day are read again. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_REREAD_DAYS)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_REREAD_DAYS, { each: true })
  adsRereadDays?: number[] | null;
}
