import { IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../common/index.js';
import { WebhookEventFilter } from './webhook-events.query.js';

/** Events that are settled, so no process works on them. */
export const REPLAYABLE_STATUSES = ['processed', 'ignored', 'failed'] as const;
export type ReplayableStatus = (typeof REPLAYABLE_STATUSES)[number];

/** Chooses the events that are handled again. */
export class ReplayEventsDto extends IntersectionType(PickType(PageQuery, ['cursor']), WebhookEventFilter) {
  /** Only events in this status. */
  @IsOptional()
  @IsIn(REPLAYABLE_STATUSES)
  status: ReplayableStatus = 'failed';
}

export class ReplayedEventsView {
  /**
   * How many events this call replays; up to 1,000.
   * @asType integer
   */
  replayed: number;

  /** Send it as `cursor` with the same filter to replay the next events. Null if no event is left. */
  nextCursor: string | null;
}
