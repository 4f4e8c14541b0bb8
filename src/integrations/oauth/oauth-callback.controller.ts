import { applyDecorators, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../auth/index.js';
import { HttpOptions, NavigationOnly } from '../../common/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import { CallbackService } from './callback.service.js';

/** Documents a callback. @param code the parameter that carries this family's authorization code */
const ApiCallback = (code: 'code' | 'auth_code'): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'error', type: String, required: false, description: 'Why TikTok sent no code.' }),
    ApiQuery({
      name: code,
      type: String,
      required: false,
      description: 'The code that TikTok exchanges for tokens.',
    }),
    ApiQuery({
      name: 'state',
      type: String,
      required: false,
      description: 'The state from get-auth-url. It proves that this service requested the consent.',
    }),
    ApiFoundResponse({
      description:
        'Redirects to the next consent, or to `returnUrl` with `status` and `integrationId` or `code`.',
      headers: { location: { schema: { type: 'string', format: 'uri' } } },
    }),
  );

/** TikTok redirects the browser here after a consent. The state authenticates it, and it ends at the return URL. */
@ApiTags('Integrations')
@Controller('connect/oauth/tiktok')
@NavigationOnly()
export class OAuthCallbackController {
  constructor(private readonly callbacks: CallbackService) {}

  @Get('callback')
  @HttpOptions({ anyQuery: true })
  @Public()
  @ApiOperation({ summary: 'Finish the login consent', description: 'TikTok redirects the browser here.' })
  @ApiCallback('code')
  finishLoginConsent(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.finish('login', query, reply);
  }

  @Get('account/callback')
  @HttpOptions({ anyQuery: true })
  @Public()
  @ApiOperation({
    summary: 'Finish the Business API consent',
    description: 'TikTok redirects the browser here.',
  })
  @ApiCallback('code')
  finishAccountConsent(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.finish('account', query, reply);
  }

  @Get('advertiser/callback')
  @HttpOptions({ anyQuery: true })
  @Public()
  @ApiOperation({
    summary: 'Finish the ad account consent',
    description: 'TikTok redirects the browser here.',
  })
  @ApiCallback('auth_code')
  finishAdvertiserConsent(
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.finish('advertiser', query, reply);
  }

  private async finish(
    family: CredentialFamily,
    query: Record<string, unknown>,
    reply: FastifyReply,
  ): Promise<void> {
    const { state = '', code, auth_code: authCode, error } = texts(query);
    const next = await this.callbacks.handle(family, state, { code: authCode ?? code, error });
    await reply.redirect(next, 302);
  }
}

/** Keeps plain values only. A parameter that occurs twice is an array, and counts as absent. */
function texts(query: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      typeof value === 'string' && value !== '' ? value : undefined,
    ]),
  );
}
