import { IsIn, IsOptional } from 'class-validator';
import { IsAmount, IsWord } from './field-kinds.js';

export const BID_TYPES = ['BID_TYPE_NO_BID', 'BID_TYPE_CUSTOM'] as const;
export type BidType = (typeof BID_TYPES)[number];

export class BidDto {
  /** `BID_TYPE_NO_BID` spends the budget for the most results. `BID_TYPE_CUSTOM` keeps to `amount` for each result. */
  @IsIn(BID_TYPES)
  type: BidType;

  /**
   * The price of one result, in the currency of the ad account. Only with `BID_TYPE_CUSTOM`.
   * @example "4.50"
   */
  @IsOptional()
  @IsAmount()
  amount?: string;

  /**
   * Only for the goal VALUE: `VO_HIGHEST_VALUE`, or `VO_MIN_ROAS` with `roas`.
   * @example VO_HIGHEST_VALUE
   */
  @IsOptional()
  @IsWord()
  deepBidType?: string;

  /**
   * The least return on ad spend, from 0.01 to 1000. Only with `VO_MIN_ROAS`.
   * @example "1.50"
   */
  @IsOptional()
  @IsAmount()
  roas?: string;
}
