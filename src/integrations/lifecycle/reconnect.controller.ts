import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../auth/index.js';
import { OnVisitOnly } from '../../common/index.js';
import { ReconnectLinks, RECONNECT_PATH } from './reconnect-links.js';
import { CREDENTIAL_FAMILIES } from '../integration/credential.entity.js';
import { Reconnector } from './reconnector.js';

/** Where the links in notifications lead. The signature is the proof; opening one twice, as mail scanners do, does no harm. */
@ApiTags('Integrations')
@Controller(RECONNECT_PATH)
@OnVisitOnly()
export class ReconnectController {
  constructor(
    private readonly links: ReconnectLinks,
    private readonly reconnector: Reconnector,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'A link of a notification: on to TikTok, to connect the same account again' })
  @ApiQuery({ name: 'integration', type: String, description: 'The `id` of the integration.' })
  @ApiQuery({ name: 'org', type: String, description: 'Its organisation.' })
  @ApiQuery({
    name: 'family',
    enum: CREDENTIAL_FAMILIES,
    description: "Which of TikTok's consents to renew.",
  })
  @ApiQuery({
    name: 'expires',
    type: String,
    description: 'Unix seconds after which the link is no longer valid.',
  })
  @ApiQuery({ name: 'signature', type: String, description: 'Proof that this service made the link.' })
  @ApiFoundResponse({
    description: "to TikTok's consent page, and from there to the first of RETURN_URL_ORIGINS",
    headers: { location: { schema: { type: 'string', format: 'uri' } } },
  })
  async beginReconnect(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.reconnector.begin(this.links.verify(query));
    await reply.redirect(page, 302);
  }
}
