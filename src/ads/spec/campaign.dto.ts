import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { BudgetDto } from './budget.dto.js';
import { IsText, IsWord } from './field-kinds.js';
import { ScheduleDto } from './schedule.dto.js';

export const APP_PROMOTION_TYPES = [
  'APP_INSTALL',
  'APP_RETARGETING',
  'APP_PREREGISTRATION',
  'MINIS',
] as const;
export const PRODUCT_SOURCES = ['CATALOG', 'STORE'] as const;
export const SPECIAL_INDUSTRIES = ['HOUSING', 'EMPLOYMENT', 'CREDIT'] as const;

/** A campaign without its ad groups. */
export class CampaignDto {
  /**
   * At most 512 characters without emoji; Chinese, Japanese and Korean ones count twice.
   * @example "Spring 2027"
   */
  @IsText()
  name: string;

  /** @example WEB_CONVERSIONS */
  @IsWord()
  objective: string;

  /** The budget of all ad groups together. Absent, or with the mode `none`: each ad group has its own. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => BudgetDto)
  budget?: BudgetDto;

  /**
   * If true, TikTok spreads the campaign's budget over the ad groups. If false, each ad group has its own, and that of the
   * campaign is a ceiling. By default true if the campaign has a budget and no ad group has one.
   */
  @IsOptional()
  @IsBoolean()
  budgetOptimization?: boolean;

  /** When the ad groups deliver, unless they have their own schedule. */
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleDto)
  schedule: ScheduleDto;

  /** Declares a special ad category. TikTok then limits the targeting. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(SPECIAL_INDUSTRIES, { each: true })
  specialIndustries?: (typeof SPECIAL_INDUSTRIES)[number][];

  /** APP_PROMOTION only. `APP_INSTALL` by default. */
  @IsOptional()
  @IsIn(APP_PROMOTION_TYPES)
  appPromotionType?: (typeof APP_PROMOTION_TYPES)[number];

  /** WEB_CONVERSIONS only: if true, the campaign sells products of a catalog. */
  @IsOptional()
  @IsBoolean()
  catalogEnabled?: boolean;

  /** PRODUCT_SALES only: where the products are. */
  @IsOptional()
  @IsIn(PRODUCT_SOURCES)
  productSource?: (typeof PRODUCT_SOURCES)[number];
}

export type CampaignSpec = CampaignDto;
