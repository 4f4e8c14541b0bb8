import { IsString, Matches } from 'class-validator';
import { IsDay } from './is-day.js';

/** Days of an ad account. */
export class AccountDaysDto {
  /** The ad account: TikTok's advertiser id, as text. */
  @IsString()
  @Matches(/^\d{1,20}$/, { message: 'must be a TikTok id of up to 20 digits, as text' })
  accountId: string;

  /**
   * The first day, in the account's time zone.
   * @example 2026-11-01
   */
  @IsString()
  @IsDay()
  from: string;
}
