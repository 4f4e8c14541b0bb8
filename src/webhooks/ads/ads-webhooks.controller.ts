import { Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, Public } from '../../auth/index.js';
import { HttpOptions } from '../../common/index.js';
import { AdsWebhookIntake } from './ads-webhook-intake.js';

@ApiTags('Webhooks')
@Controller()
export class AdsWebhooksController {
  constructor(private readonly intake: AdsWebhookIntake) {}

  @Post('connect/webhook/tiktok/ads')
  @HttpOptions({ body: 'bytes' })
  @Public()
  // Signed deliveries are unlimited. Unsigned ones are counted where they are rejected.
  @Limited('none')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Receive a webhook of ads from TikTok',
    description:
      'The signature authenticates it. After the review of an ad or an ad group, the launch looks at it at once.',
  })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse({ description: 'The service has noted the event. No body.' })
  async receiveAdsWebhook(
    @Headers('x-open-signature') open: string | undefined,
    @Headers('tiktok-signature') tiktok: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    await this.intake.accept({ open, tiktok }, body);
  }
}
