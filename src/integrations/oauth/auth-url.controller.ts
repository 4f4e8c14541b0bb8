import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiExamples } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { AdsAuthUrlPipe, AuthUrlPipe } from './auth-url.pipe.js';
import { AuthUrlService } from './auth-url.service.js';
import { AuthUrlAnswer, GetAdsAuthUrlDto, GetAuthUrlDto } from './dto/get-auth-url.dto.js';
import { CONNECT_ADS, CONNECT_LOGIN, RECONNECT } from './dto/auth-url.examples.js';

// Types instead of classes: their own pipes validate them, and the global pipe would stop at the first kind of error.
type AuthUrlBody = GetAuthUrlDto;
type AdsAuthUrlBody = GetAdsAuthUrlDto;

@ApiTags('Integrations')
@Controller('api/upstream/call/tiktok-provider')
export class AuthUrlController {
  constructor(private readonly authUrls: AuthUrlService) {}

  @Post('get-auth-url')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get the link that connects a TikTok account',
    description: 'Send the browser to the link.',
  })
  @ApiBody({ type: GetAuthUrlDto })
  @ApiOkResponse({ type: AuthUrlAnswer })
  @ApiExamples({ connect: CONNECT_LOGIN, reconnect: RECONNECT })
  async getAuthUrl(@Body(AuthUrlPipe) body: AuthUrlBody, @UserId() userId: string): Promise<AuthUrlAnswer> {
    const { integrationId, allowDifferentAccount: allowDifferent } = body;
    const reconnect = { integrationId, allowDifferent };
    return { authUrl: await this.authUrls.authUrl(userId, body.scopes, body.returnUrl, reconnect) };
  }

  @Post('get-ads-auth-url')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get the link that connects the ad accounts of an integration',
    description: 'Send the browser to the link.',
  })
  @ApiBody({ type: GetAdsAuthUrlDto })
  @ApiOkResponse({ type: AuthUrlAnswer })
  @ApiExamples({ connectAds: CONNECT_ADS })
  async getAdsAuthUrl(
    @Body(AdsAuthUrlPipe) body: AdsAuthUrlBody,
    @UserId() userId: string,
  ): Promise<AuthUrlAnswer> {
    return { authUrl: await this.authUrls.adsAuthUrl(userId, body.returnUrl, body.integrationId) };
  }
}
