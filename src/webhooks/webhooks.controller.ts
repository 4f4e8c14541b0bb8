import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, NeedsRole, Public } from '../auth/index.js';
import { ApiExamples, ApiPage, HttpOptions, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { EventCountsQuery, EventCountsView } from './dto/event-counts.dto.js';
import { ReplayedEventsView, ReplayEventsDto } from './dto/replay-events.dto.js';
import { WebhookEventDetailView, WebhookEventView } from './dto/webhook-event.view.js';
import { WebhookEventsQuery } from './dto/webhook-events.query.js';
import { WebhookEventsService } from './webhook-events.service.js';
import { WebhookReceiver } from './intake/webhook-receiver.js';
import { WebhookReplayService } from './webhook-replay.service.js';
import { WEBHOOK_EVENTS } from './dto/webhook-events.examples.js';

@ApiTags('Webhooks')
@Controller()
export class WebhooksController {
  constructor(
    private readonly receiver: WebhookReceiver,
    private readonly events: WebhookEventsService,
    private readonly replays: WebhookReplayService,
  ) {}

  @Post('connect/webhook/tiktok')
  @HttpOptions({ body: 'bytes', direct: true })
  @Public()
  // Signed deliveries are unlimited. Unsigned ones are counted where they are rejected.
  @Limited('none')
  @HttpCode(200)
  @ApiOperation({ summary: 'Receive a webhook from TikTok', description: 'The signature authenticates it.' })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse({ description: 'The service has stored the event. No body.' })
  async receiveWebhook(@Req() request: FastifyRequest): Promise<void> {
    await this.receiver.receive(request);
  }

  @Get('api/webhooks/events')
  @ApiOperation({
    summary: 'List webhook events',
    description: 'These are what TikTok reported about your accounts. The newest event comes first.',
  })
  @ApiPage(WebhookEventView)
  @ApiExamples({ publicPost: WEBHOOK_EVENTS })
  listWebhookEvents(@Query() query: WebhookEventsQuery): Promise<Page<WebhookEventView>> {
    return this.events.list(query);
  }

  @Get('api/webhooks/events/counts')
  @ApiOperation({
    summary: 'Count webhook events',
    description:
      'Counts the events of your accounts by name and status. `known: false` marks names that this version does not use.',
  })
  @ApiOkResponse({ type: EventCountsView })
  countWebhookEvents(@Query() { days }: EventCountsQuery): Promise<EventCountsView> {
    return this.events.counts(days);
  }

  @Post('api/webhooks/events/replay')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Replay webhook events',
    description:
      'The service handles up to 1,000 events again, the newest first: by default those that failed. If `nextCursor` is not ' +
      'null, call again with it. Handling an event twice is safe.',
  })
  @ApiAcceptedResponse({ type: ReplayedEventsView })
  replayWebhookEvents(@Body() chosen: ReplayEventsDto): Promise<ReplayedEventsView> {
    return this.replays.many(chosen);
  }

  @Get('api/webhooks/events/:eventId')
  @ApiOperation({ summary: 'Get a webhook event' })
  @ApiOkResponse({ type: WebhookEventDetailView })
  getWebhookEvent(@Param('eventId') eventId: string): Promise<WebhookEventDetailView> {
    return this.events.get(eventId);
  }

  @Post('api/webhooks/events/:eventId/replay')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Replay a webhook event',
    description:
      'The service handles the event again, for example one that failed. Handling it twice is safe.',
  })
  @ApiAcceptedResponse({ type: WebhookEventView })
  replayWebhookEvent(@Param('eventId') eventId: string): Promise<WebhookEventView> {
    return this.replays.one(eventId);
  }
}
