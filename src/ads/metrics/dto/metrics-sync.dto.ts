import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LEVELS, type Level } from '../../reports/levels.js';
import { IsDay } from './is-day.js';

/** Which daily figures to read from TikTok and store. */
export class MetricsSyncDto {
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

  /**
   * The last day, included. Conversions change for 28 days, so a regular sync goes back that far.
   * @example 2026-11-27
   */
  @IsString()
  @IsDay()
  to: string;

  /** The objects whose figures are stored. */
  @IsOptional()
  @IsIn(LEVELS)
  level: Level = 'campaign';

  /** `nextCursor` of a run that was not complete. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}
