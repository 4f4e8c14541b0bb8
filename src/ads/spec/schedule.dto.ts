import { IsOptional } from 'class-validator';
import { IsZonedTime } from './field-kinds.js';

export class ScheduleDto {
  /**
   * When delivery starts, with a zone.
   * @example 2026-12-01T09:00:00+01:00
   */
  @IsZonedTime()
  start: string;

  /**
   * When delivery ends, with a zone. Null: it runs until it is paused.
   * @example 2026-12-31T23:00:00+01:00
   */
  @IsOptional()
  @IsZonedTime()
  end?: string | null;
}
