import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsFlag, IsMoment, NoZeroByte, PageQuery } from '../../common/index.js';
import { WEBHOOK_STATUSES, type WebhookStatus } from '../webhook-event.entity.js';

const MAX_EVENT_NAME = 200;

/** Narrows the events. */
export class WebhookEventFilter {
  /**
   * The name of the event, for example `comment.update`.
   * @example post.publish.complete
   */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_EVENT_NAME)
  @NoZeroByte()
  event?: string;

  /**
   * Only events that concern this integration.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /**
   * Only events that the service received on this day of UTC, at this time, or later.
   * @example 2026-11-01
   */
  @IsMoment()
  from?: string;

  /**
   * Only events that the service received before this time, or before the end of this day of UTC.
   * @example 2026-11-30
   */
  @IsMoment()
  to?: string;
}

/** Narrows the list of events. */
export class WebhookEventsQuery extends IntersectionType(PageQuery, WebhookEventFilter) {
  /** Only events in this status. No organisation sees `quarantined` ones: the service does not know whom they concern. */
  @IsOptional()
  @IsIn(WEBHOOK_STATUSES)
  status?: WebhookStatus;

  /** `true`: only events whose signature was older than 5 minutes; `false`: only the others. */
  @IsFlag()
  late?: boolean;
}
