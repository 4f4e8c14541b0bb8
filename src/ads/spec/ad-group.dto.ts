import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { AdDto } from './ad.dto.js';
import { BidDto } from './bid.dto.js';
import { BudgetDto } from './budget.dto.js';
import { IsText, IsTikTokId, IsWord } from './field-kinds.js';
import { FrequencyDto } from './frequency.dto.js';
import { ScheduleDto } from './schedule.dto.js';
import { TargetingDto } from './targeting.dto.js';

export const PACINGS = ['PACING_MODE_SMOOTH', 'PACING_MODE_FAST'] as const;
export const VALUE_WINDOWS = ['SEVEN_DAYS', 'ZERO_DAY'] as const;

/** An ad group without its ads. */
export class AdGroupDto {
  /** @example "US 25-34" */
  @IsText()
  name: string;

  /**
   * What is promoted. Absent for REACH, VIDEO_VIEWS and ENGAGEMENT; otherwise WEBSITE by default, or what the objective
   * implies.
   * @example WEBSITE
   */
  @IsOptional()
  @IsWord()
  promotionType?: string;

  /**
   * LEAD_GENERATION only: INSTANT_PAGE or EXTERNAL_WEBSITE.
   * @example EXTERNAL_WEBSITE
   */
  @IsOptional()
  @IsWord()
  promotionTargetType?: string;

  /** @example CONVERT */
  @IsWord()
  optimizationGoal: string;

  /**
   * What TikTok charges for. It follows from the goal, so you can leave it out.
   * @example OCPM
   */
  @IsOptional()
  @IsWord()
  billingEvent?: string;

  /** A pixel of GET /api/ads/tools/pixels. */
  @IsOptional()
  @IsTikTokId()
  pixelId?: string;

  /**
   * The event to optimise for.
   * @example SHOPPING
   */
  @IsOptional()
  @IsWord()
  optimizationEvent?: string;

  /** An app of GET /api/ads/tools/apps. */
  @IsOptional()
  @IsTikTokId()
  appId?: string;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => BidDto)
  bid: BidDto;

  /** Goal VALUE only: the days in which purchases count. `SEVEN_DAYS` by default. */
  @IsOptional()
  @IsIn(VALUE_WINDOWS)
  valueWindow?: (typeof VALUE_WINDOWS)[number];

  /** Absent if the campaign's budget is spread over its ad groups. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => BudgetDto)
  budget?: BudgetDto;

  /** The campaign's schedule by default. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleDto)
  schedule?: ScheduleDto;

  /** `PACING_MODE_SMOOTH` by default. */
  @IsOptional()
  @IsIn(PACINGS)
  pacing?: (typeof PACINGS)[number];

  /** Half-hours of the week from Monday 00:00: 336 digits, 1 to deliver and 0 to rest. Always by default. */
  @IsOptional()
  @Matches(/^[01]{336}$/, { message: 'must have 336 digits, each 0 or 1: one for each half-hour of a week' })
  dayparting?: string;

  /**
   * Absent: TikTok chooses, or PLACEMENT_TIKTOK where it needs a choice.
   * @example ["PLACEMENT_TIKTOK"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsWord({ each: true })
  placements?: string[];

  /** Needed for the objective REACH. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FrequencyDto)
  frequency?: FrequencyDto;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TargetingDto)
  targeting: TargetingDto;

  /** Catalog sales: the catalog. */
  @IsOptional()
  @IsTikTokId()
  catalogId?: string;

  /** Catalog sales: the business center that owns the catalog. */
  @IsOptional()
  @IsTikTokId()
  catalogBusinessCenterId?: string;
}

/** An ad group with its ads. */
export class LaunchAdGroupDto extends AdGroupDto {
  /** 1 to 30 ads. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AdDto)
  ads: AdDto[];
}

export type AdGroupSpec = AdGroupDto;
export type LaunchAdGroupSpec = LaunchAdGroupDto;
