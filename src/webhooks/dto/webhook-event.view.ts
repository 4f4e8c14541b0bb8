import { ApiProperty } from '@nestjs/swagger';
import { parseWebhookContent } from '../../tiktok/index.js';
import { WEBHOOK_STATUSES, type WebhookEvent, type WebhookStatus } from '../webhook-event.entity.js';

export class WebhookEventView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true, example: 'post.publish.complete' })
  event: string | null;

  @ApiProperty({
    enum: WEBHOOK_STATUSES,
    description:
      'received: not handled yet, tried for seven days; ignored: nothing here had a use for it; failed: given up. ' +
      'An ignored or failed event can be replayed',
  })
  status: WebhookStatus;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'what TikTok sent, parsed; ids are text',
  })
  content: Record<string, unknown>;

  @ApiProperty({ description: 'the signature was older than five minutes' })
  late: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when it happened, as TikTok says',
  })
  eventTime: string | null;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  processedAt: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'why it failed, why it is ignored, or what it still waits for',
  })
  failure: string | null;
}

export function toEventView(row: WebhookEvent): WebhookEventView {
  return {
    id: row.id,
    event: row.event,
    status: row.status,
    content: parseWebhookContent(row.content ?? ''),
    late: row.late,
    eventTime: row.eventTime?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    processedAt: row.processedAt?.toISOString() ?? null,
    failure: row.failure ?? (row.status === 'received' ? row.lastError : null),
  };
}
