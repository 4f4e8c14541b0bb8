import { IsString } from 'class-validator';
import { AccountDaysDto } from './account-days.dto.js';
import { IsDay } from './is-day.js';

/** Which days of an ad account to compare. */
export class ReconciliationQuery extends AccountDaysDto {
  /**
   * The last day, included. At most 92 days.
   * @example 2026-11-27
   */
  @IsString()
  @IsDay()
  to: string;
}
