import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../auth/index.js';
import { ApiPage, PageQuery, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { AdsAuthUrlPipe, AuthUrlPipe } from './connect/auth-url.pipe.js';
import { Connector } from './connect/connector.js';
import { AdAccounts } from './ads/ad-accounts.js';
import { AdAccountView } from './dto/ad-account.view.js';
import { DisconnectAnswer } from './dto/disconnect.dto.js';
import { AuthUrlAnswer, GetAdsAuthUrlDto, GetAuthUrlDto } from './dto/get-auth-url.dto.js';
import { IntegrationDetailsView } from './dto/integration-details.view.js';
import { IntegrationView } from './dto/integration.view.js';
import { IntegrationsService } from './integrations.service.js';

// Their own pipes validate these. They are types, not classes, so that the global pipe does not reject them first.
type AuthUrlBody = GetAuthUrlDto;
type AdsAuthUrlBody = GetAdsAuthUrlDto;

@ApiTags('Integrations')
@Controller('api')
export class IntegrationsController {
  constructor(
    private readonly connector: Connector,
    private readonly integrations: IntegrationsService,
    private readonly adAccounts: AdAccounts,
  ) {}

  @Post('upstream/call/tiktok-provider/get-auth-url')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get the link that connects a TikTok account',
    description: 'Send the browser to the link.',
  })
  @ApiBody({ type: GetAuthUrlDto })
  @ApiOkResponse({ type: AuthUrlAnswer })
  async getAuthUrl(@Body(AuthUrlPipe) body: AuthUrlBody, @UserId() userId: string): Promise<AuthUrlAnswer> {
    const { integrationId, allowDifferentAccount: allowDifferent } = body;
    const reconnect = { integrationId, allowDifferent };
    return { authUrl: await this.connector.authUrl(userId, body.scopes, body.returnUrl, reconnect) };
  }

  @Post('upstream/call/tiktok-provider/get-ads-auth-url')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get the link that connects the ad accounts of an integration',
    description: 'Send the browser to the link.',
  })
  @ApiBody({ type: GetAdsAuthUrlDto })
  @ApiOkResponse({ type: AuthUrlAnswer })
  async getAdsAuthUrl(
    @Body(AdsAuthUrlPipe) body: AdsAuthUrlBody,
    @UserId() userId: string,
  ): Promise<AuthUrlAnswer> {
    return { authUrl: await this.connector.adsAuthUrl(userId, body.returnUrl, body.integrationId) };
  }

  @Get('ad-accounts')
  @ApiOperation({ summary: 'List ad accounts', description: 'The service refreshes them daily.' })
  @ApiPage(AdAccountView)
  listAdAccounts(@Query() query: PageQuery): Promise<Page<AdAccountView>> {
    return this.adAccounts.list(query);
  }

  @Get('integrations/:integrationId')
  @ApiOperation({
    summary: 'Get an integration',
    description:
      'The answer has its capabilities, the expiry of its tokens, its quotas and its recent errors.',
  })
  @ApiOkResponse({ type: IntegrationDetailsView })
  getIntegration(@Param('integrationId') integrationId: string): Promise<IntegrationDetailsView> {
    return this.integrations.details(integrationId);
  }

  @Post('integrations/:integrationId/disconnect')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Disconnect an integration',
    description: 'The service revokes its access and deletes its TikTok data. One audit record remains.',
  })
  @ApiAcceptedResponse({ type: DisconnectAnswer })
  async disconnectIntegration(
    @Param('integrationId') integrationId: string,
    @UserId() userId: string,
  ): Promise<DisconnectAnswer> {
    await this.integrations.disconnect(integrationId, userId);
    return { integrationId, status: 'disconnected' };
  }

  @Delete('integrations/:integrationId/data')
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Delete the TikTok data of an integration',
    description: 'The account stays connected.',
  })
  @ApiAcceptedResponse({
    description: 'The service deletes the data in the background. One audit record remains. No body.',
  })
  async deleteIntegrationData(
    @Param('integrationId') integrationId: string,
    @UserId() userId: string,
  ): Promise<void> {
    await this.integrations.deleteData(integrationId, userId);
  }

  @Get('integrations')
  @ApiOperation({ summary: 'List integrations', description: 'The newest integration comes first.' })
  @ApiPage(IntegrationView)
  listIntegrations(@Query() query: PageQuery): Promise<Page<IntegrationView>> {
    return this.integrations.list(query);
  }
}
