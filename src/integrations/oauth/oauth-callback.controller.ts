import { applyDecorators, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../auth/index.js';
import { OnVisitOnly } from '../../common/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import { CallbackService } from './callback.service.js';

/** @param code the name under which this family's consent brings its code */
const ApiCallback = (code: 'code' | 'auth_code'): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'error', type: String, required: false, description: 'Why there is no code.' }),
    ApiQuery({ name: code, type: String, required: false, description: 'What TikTok exchanges for tokens.' }),
    ApiQuery({
      name: 'state',
      type: String,
      required: false,
      description: 'Proof that get-auth-url began it.',
    }),
    ApiFoundResponse({
      description: 'to the next consent, or to returnUrl with status and integrationId or code',
      headers: { location: { schema: { type: 'string', format: 'uri' } } },
    }),
  );

/** TikTok sends the browser here after consent. Its only proof is the state; it ends at the return address. */
@ApiTags('Integrations')
@Controller('connect/oauth/tiktok')
@OnVisitOnly()
export class OAuthCallbackController {
  constructor(private readonly callbacks: CallbackService) {}

  @Get('callback')
  @Public()
  @ApiOperation({ summary: "TikTok's redirect after consent" })
  @ApiCallback('code')
  finishLoginConsent(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.comeBack('login', query, reply);
  }

  @Get('account/callback')
  @Public()
  @ApiOperation({ summary: 'The same for the second consent, at TikTok API for Business' })
  @ApiCallback('code')
  finishAccountConsent(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.comeBack('account', query, reply);
  }

  @Get('advertiser/callback')
  @Public()
  @ApiOperation({ summary: 'The same for ad accounts' })
  @ApiCallback('auth_code')
  finishAdvertiserConsent(
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.comeBack('advertiser', query, reply);
  }

  private async comeBack(
    family: CredentialFamily,
    query: Record<string, unknown>,
    reply: FastifyReply,
  ): Promise<void> {
    const { state = '', code, auth_code: authCode, error } = texts(query);
    const next = await this.callbacks.comeBack(family, state, { code: authCode ?? code, error });
    await reply.redirect(next, 302);
  }
}

/** Only plain values: a parameter given twice arrives as an array and counts as absent. Fastify has decoded them once. */
function texts(query: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      typeof value === 'string' && value !== '' ? value : undefined,
    ]),
  );
}
