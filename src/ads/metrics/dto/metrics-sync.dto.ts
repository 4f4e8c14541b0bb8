import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { LEVELS, type Level } from '../../reports/levels.js';
import { AccountDaysDto } from './account-days.dto.js';
import { IsDay } from './is-day.js';

/** Which daily figures to read from TikTok and store. */
export class MetricsSyncDto extends AccountDaysDto {
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
