import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { WebhookStatus } from '../webhook-event.entity.js';

const MAX_DAYS = 90;
const DEFAULT_DAYS = 7;

export class EventCountsQuery {
  /**
   * Events of this many days of 24 hours, up to now.
   * @asType integer
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_DAYS)
  days: number = DEFAULT_DAYS;
}

export class EventCountView {
  /**
   * Null for a delivery that the service does not understand.
   * @example comment.update
   */
  event: string | null;

  /** The status of these events, as in the list. */
  status: WebhookStatus;

  /**
   * How many events of your accounts have this name and status.
   * @asType integer
   */
  count: number;

  /** False if this version does nothing with events of this name. It stores them, and an admin can replay them after an upgrade. */
  known: boolean;

  /** When the latest of them arrived. */
  latestAt: Date;
}

export class EventCountsView {
  /** The most frequent first. */
  counts: EventCountView[];
}
