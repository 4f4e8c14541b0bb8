import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, Public } from '../../auth/index.js';
import { HttpOptions } from '../../common/index.js';
import { WebhookReceiver } from '../intake/webhook-receiver.js';

@ApiTags('Webhooks')
@Controller()
export class AdsWebhooksController {
  constructor(private readonly receiver: WebhookReceiver) {}

  @Post('connect/webhook/tiktok/ads')
  @HttpOptions({ body: 'bytes', direct: true })
  @Public()
  // Signed deliveries are unlimited. Unsigned ones are counted where they are rejected.
  @Limited('none')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Receive a webhook of ads from TikTok',
    description:
      'The signature authenticates it. After the review of an ad or an ad group, the launch looks at it at once. ' +
      '`POST /connect/webhook/tiktok` accepts these webhooks, too.',
  })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse({ description: 'The service has stored the event. No body.' })
  async receiveAdsWebhook(@Req() request: FastifyRequest): Promise<void> {
    await this.receiver.receive(request);
  }
}
