import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsAmount } from '../../spec/field-kinds.js';
import { DEFAULT_RULES } from '../ad-policy.entity.js';

export class SpendLimitDto {
  /** @example USD */
  @Matches(/^[A-Z]{3}$/, { message: 'must be a currency such as USD' })
  currency: string;

  /**
   * The most that one ad account may spend on one day. Null: no limit.
   * @example "500.00"
   */
  @IsOptional()
  @IsAmount()
  perAccount?: string | null;

  /**
   * The most that all ad accounts of this currency may spend on one day. Null: no limit.
   * @example "2000.00"
   */
  @IsOptional()
  @IsAmount()
  total?: string | null;
}

export class MoneyDto {
  /** @example "300.00" */
  @IsAmount()
  amount: string;

  /** @example USD */
  @Matches(/^[A-Z]{3}$/, { message: 'must be a currency such as USD' })
  currency: string;
}

export class PolicyDto {
  /**
   * Limits the most that TikTok may spend on one day with what is enabled. Dynamic daily budgets count with 125 %, other daily
   * budgets with their amount, lifetime budgets as a whole. One entry for each currency.
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique(({ currency }: SpendLimitDto) => currency, { message: 'must name each currency once' })
  @ValidateNested({ each: true })
  @Type(() => SpendLimitDto)
  maxDailySpend: SpendLimitDto[] = [];

  /**
   * How much one edit may raise a budget, in percent. For a lifetime budget also the mean of a day, which fewer days raise.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  maxIncreasePercent: number = DEFAULT_RULES.maxIncreasePercent;

  /** If true, a second user approves a launch, and only admins enable campaigns, ad groups and ads directly. */
  @IsOptional()
  @IsBoolean()
  requireApproval: boolean = DEFAULT_RULES.requireApproval;

  /** The highest budget to which TikTok may raise a budget automatically. Null: it may not. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyDto)
  autoBudgetIncreaseCeiling?: MoneyDto | null;
}
