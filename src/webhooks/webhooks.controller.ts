import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, NeedsRole, Public } from '../auth/index.js';
import { ApiPage, HttpOptions, PageQuery, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { WebhookEventView } from './dto/webhook-event.view.js';
import { WebhookEventsService } from './webhook-events.service.js';
import { WebhookIntake } from './webhook-intake.js';

@ApiTags('Webhooks')
@Controller()
export class WebhooksController {
  constructor(
    private readonly intake: WebhookIntake,
    private readonly events: WebhookEventsService,
  ) {}

  @Post('connect/webhook/tiktok')
  @HttpOptions({ body: 'bytes' })
  @Public()
  // TikTok may send as much as it signs; what it has not signed is counted where it is refused.
  @Limited('none')
  @HttpCode(200)
  @ApiOperation({ summary: "TikTok's deliveries; the signature is the permission" })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse({ description: 'The event is stored. No body.' })
  async receiveWebhook(
    @Headers('tiktok-signature') signature: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.intake.accept(signature, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
  }

  @Get('api/webhooks/events')
  @ApiOperation({ summary: 'What TikTok has told about your accounts, newest first' })
  @ApiPage(WebhookEventView)
  listWebhookEvents(@Query() query: PageQuery): Promise<Page<WebhookEventView>> {
    return this.events.list(query);
  }

  @Post('api/webhooks/events/:eventId/replay')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({ summary: 'Handle an event again, e.g. one that failed; an event twice does no harm' })
  @ApiAcceptedResponse({ type: WebhookEventView })
  replayWebhookEvent(@Param('eventId') eventId: string): Promise<WebhookEventView> {
    return this.events.replay(eventId);
  }
}
