import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MAX_REPORT_IDS, MAX_REPORT_ROWS } from '../../../tiktok/index.js';
import { LEVELS, STEPS, type Level, type Step } from '../../reports/levels.js';
import { BREAKDOWN_NAMES, type BreakdownName } from '../tables/breakdowns.js';
import { IsDay } from './is-day.js';

const TIKTOK_ID = /^\d{1,20}$/;
const AN_ID = 'must be TikTok ids of up to 20 digits, as text';
const MAX_IDS = 1_000;
const MAX_METRICS = 50;
/** The metrics of a report that names none. */
export const DEFAULT_METRICS: readonly string[] = [
  'spend',
  'impressions',
  'clicks',
  'ctr',
  'cpc',
  'cpm',
  'conversion',
  'cost_per_conversion',
];

/** Takes a list, or one text with commas. */
const Listed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

/** A question about figures: of which objects, when, and split by what. */
export class MetricsQuery {
  /** The ad account: TikTok's advertiser id, as text. */
  @IsString()
  @Matches(TIKTOK_ID, { message: AN_ID })
  accountId: string;

  /** What a row stands for. */
  @IsOptional()
  @IsIn(LEVELS)
  level: Level = 'campaign';

  /** Only these objects of the level, up to 1,000. In a query, a comma-separated list works too. */
  @IsOptional()
  @Listed()
  @IsArray()
  @ArrayMaxSize(MAX_IDS)
  @IsString({ each: true })
  @Matches(TIKTOK_ID, { each: true, message: AN_ID })
  ids?: string[];

  /** Only ad groups or ads of these campaigns, up to 100. */
  @IsOptional()
  @Listed()
  @IsArray()
  @ArrayMaxSize(MAX_REPORT_IDS)
  @IsString({ each: true })
  @Matches(TIKTOK_ID, { each: true, message: AN_ID })
  campaignIds?: string[];

  /**
   * The first day, in the account's time zone.
   * @example 2026-11-01
   */
  @IsString()
  @IsDay()
  from: string;

  /**
   * The last day, included.
   * @example 2026-11-27
   */
  @IsString()
  @IsDay()
  to: string;

  /** TikTok's names of metrics, up to 50. In a query, a comma-separated list works too. */
  @IsOptional()
  @Listed()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_METRICS)
  @IsString({ each: true })
  @Matches(/^[a-z0-9_]{1,100}$/, { each: true, message: 'must be names of metrics, e.g. spend' })
  metrics?: string[];

  /** What each figure is split by. */
  @IsOptional()
  @IsIn(BREAKDOWN_NAMES)
  breakdown: BreakdownName = 'none';

  /**
   * One row for the whole range, or one for each day or hour. Unique counts such as reach cannot be added up: use `total`
   * for the reach of several days.
   */
  @IsOptional()
  @IsIn(STEPS)
  step: Step = 'total';

  /** `live` asks TikTok. `stored` answers from the last sync: each day, without a breakdown. */
  @IsOptional()
  @IsIn(['live', 'stored'])
  source: 'live' | 'stored' = 'live';

  /**
   * The most rows of a page. The next pages keep the limit of the first. CSV has no pages.
   * @asType integer
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_REPORT_ROWS)
  limit: number = 200;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}
