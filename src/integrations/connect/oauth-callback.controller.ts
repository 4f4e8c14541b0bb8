import { Controller, Get, Logger, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../auth/index.js';
import { InvalidInputError, messageOf } from '../../common/index.js';
import { TikTokApiError, TikTokError } from '../../tiktok/index.js';
import { Connector } from './connector.js';
import type { OAuthState } from './oauth-state.entity.js';
import { OAuthStates } from './oauth-states.js';
import { withOutcome } from './return-url.js';

/** TikTok sends the browser here after consent. Its only proof is the state; it ends at the return address. */
@ApiTags('Integrations')
@Controller('connect/oauth/tiktok')
export class OAuthCallbackController {
  private readonly logger = new Logger(OAuthCallbackController.name);

  constructor(
    private readonly states: OAuthStates,
    private readonly connector: Connector,
  ) {}

  @Get('callback')
  @Public()
  @ApiOperation({
    summary: "TikTok's redirect after consent: 302 to returnUrl with status and integrationId or code",
  })
  async callback(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const { state, code, error } = texts(query);
    const found = await this.states.use(state ?? '');
    if (found.verdict === 'unknown') {
      throw new InvalidInputError(
        'This sign-in is not known here. Start again from the admin UI.',
        [{ field: 'state', complaint: 'is not one of ours' }],
        'unknown_state',
      );
    }
    const outcome =
      found.verdict === 'valid'
        ? await this.finish(found.state, code, error)
        : failed(`state_${found.verdict}`);
    await reply.redirect(withOutcome(found.state.returnUrl, outcome), 302);
  }

  private async finish(state: OAuthState, code?: string, error?: string): Promise<Record<string, string>> {
    if (error) return failed(/^[a-z_]{1,40}$/.test(error) ? error : 'consent_failed');
    if (!code) return failed('code_missing');
    try {
      return { status: 'connected', integrationId: await this.connector.connect(state, code) };
    } catch (problem) {
      if (!(problem instanceof TikTokError)) throw problem;
      this.logger.warn(`connecting failed: ${messageOf(problem)}`);
      return failed(problem instanceof TikTokApiError ? problem.code : 'tiktok_unavailable');
    }
  }
}

function failed(code: string): Record<string, string> {
  return { status: 'error', code };
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
