import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Fits, IsFlag, IsMoment, NoZeroByte, PageQuery } from '../../../common/index.js';
import { ORDERS, SORTS, type Order, type Sort } from '../videos/video-order.js';

export const MAX_GROWTH_DAYS = 90;

/** Filters and the order of the list. A video must match all filters. */
export class VideosQuery extends PageQuery {
  /**
   * Only videos of this account.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /**
   * Only videos of this time or later: a day of UTC, or a time with its zone.
   * @example 2026-11-01
   */
  @IsMoment()
  publishedFrom?: string;

  /**
   * Only videos before this time, or up to this day of UTC, which is included.
   * @example 2026-11-27
   */
  @IsMoment()
  publishedTo?: string;

  /** A part of the caption. Upper and lower case are the same; `%` and `_` are ordinary characters. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoZeroByte()
  text?: string;

  /**
   * If true, the list includes videos that are deleted or no longer public on TikTok.
   * @default false
   */
  @IsFlag()
  includeGone?: boolean;

  /**
   * `growth` is the number of views gained in the last `growthDays` days. Videos without the value come last.
   * @default publishedAt
   */
  @IsOptional()
  @IsIn(SORTS)
  sort?: Sort;

  /**
   * `desc`: the newest or the highest first.
   * @default desc
   */
  @IsOptional()
  @IsIn(ORDERS)
  order?: Order;

  /**
   * The days of `sort=growth`, up to now. By default, 7.
   * @asType integer
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_GROWTH_DAYS)
  @Fits<VideosQuery>((_value, { sort }) =>
    sort === 'growth' ? undefined : 'goes with sort=growth only; add that, or leave this out',
  )
  growthDays?: number;
}
