import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsAmount, IsText, IsTikTokId, IsWord, IsZonedTime } from '../../spec/field-kinds.js';
import { NewTargetingDto } from './new-targeting.dto.js';

/** The parts of every change. */
export class PatchDto {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /** Why you do this. It stays in the list of changes. */
  @IsOptional()
  @IsText()
  @MaxLength(500)
  reason?: string;

  /**
   * The `version` of the object as you have read it. If a user has changed the object since, here or in TikTok Ads Manager, nothing
   * is sent and the answer is 409 `ad_object_changed`. Without it, your values replace those of others.
   * @example 5f1c0e9a37b2d846
   */
  @IsOptional()
  @IsText()
  @MaxLength(100)
  expectedVersion?: string;

  @IsOptional()
  @IsText()
  name?: string;
}

export class NewBudgetDto {
  /**
   * In the currency of the ad account. The mode of a budget cannot change.
   * @example "60.00"
   */
  @IsAmount()
  amount: string;
}

export class PatchCampaignDto extends PatchDto {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewBudgetDto)
  budget?: NewBudgetDto;

  /**
   * Upgraded Smart+ only: TikTok may then raise the budget automatically, by 20 % up to ten times a day. Your organisation
   * must have set a ceiling. TikTok documents no value that turns it off again; use TikTok Ads Manager for that.
   */
  @IsOptional()
  @IsIn([true])
  autoBudgetIncrease?: true;
}

export class NewBidDto {
  /**
   * The price of one result, for ad groups with a bid. In Upgraded Smart+ it changes for all ad groups of the campaign.
   * @example "4.50"
   */
  @IsOptional()
  @IsAmount()
  amount?: string;

  /** The least return on ad spend, for ad groups with `VO_MIN_ROAS`. */
  @IsOptional()
  @IsAmount()
  roas?: string;
}

export class NewScheduleDto {
  /** Only while the ad group has not started. */
  @IsOptional()
  @IsZonedTime()
  start?: string;

  /** @example 2026-12-31T23:00:00+01:00 */
  @IsOptional()
  @IsZonedTime()
  end?: string;
}

export class PatchAdGroupDto extends PatchDto {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewBudgetDto)
  budget?: NewBudgetDto;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewBidDto)
  bid?: NewBidDto;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewScheduleDto)
  schedule?: NewScheduleDto;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewTargetingDto)
  targeting?: NewTargetingDto;

  /** Half-hours of the week from Monday 00:00: 336 digits, 1 to deliver and 0 to rest. */
  @IsOptional()
  @Matches(/^[01]{336}$/, { message: 'must have 336 digits, each 0 or 1: one for each half-hour of a week' })
  dayparting?: string;
}

/** A change of the text, the button or the destination goes to review again. */
export class PatchAdDto extends PatchDto {
  @IsOptional()
  @IsText()
  text?: string;

  /** @example SHOP_NOW */
  @IsOptional()
  @IsWord()
  callToAction?: string;

  /** @example "https://shop.example/spring" */
  @IsOptional()
  @IsText()
  landingPageUrl?: string;
}
