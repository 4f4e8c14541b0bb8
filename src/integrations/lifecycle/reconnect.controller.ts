import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../auth/index.js';
import { HttpOptions, NavigationOnly } from '../../common/index.js';
import { ReconnectLinks, RECONNECT_PATH } from './reconnect-links.js';
import { CREDENTIAL_FAMILIES } from '../integration/credential.entity.js';
import { Reconnector } from './reconnector.js';

/** Opens the reconnect links of notifications. The signature is the proof; opening a link twice, as mail scanners do, is harmless. */
@ApiTags('Integrations')
@Controller(RECONNECT_PATH)
@NavigationOnly()
export class ReconnectController {
  constructor(
    private readonly links: ReconnectLinks,
    private readonly reconnector: Reconnector,
  ) {}

  @Get()
  @HttpOptions({ anyQuery: true })
  @Public()
  @ApiOperation({
    summary: 'Reconnect an account',
    description: 'Notifications link here. The browser goes on to TikTok to connect the same account.',
  })
  @ApiQuery({ name: 'integration', type: String, description: 'The `id` of the integration.' })
  @ApiQuery({ name: 'org', type: String, description: 'The organisation of the integration.' })
  @ApiQuery({
    name: 'family',
    enum: CREDENTIAL_FAMILIES,
    description: 'The consent to renew.',
  })
  @ApiQuery({
    name: 'expires',
    type: String,
    description: 'When the link expires, in Unix seconds.',
  })
  @ApiQuery({ name: 'signature', type: String, description: 'The signature of this service.' })
  @ApiFoundResponse({
    description:
      "Redirects to TikTok's consent page. After that the browser ends at the first of RETURN_URL_ORIGINS.",
    headers: { location: { schema: { type: 'string', format: 'uri' } } },
  })
  async beginReconnect(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.reconnector.begin(this.links.verify(query));
    await reply.redirect(page, 302);
  }
}
