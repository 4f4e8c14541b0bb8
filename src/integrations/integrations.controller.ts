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
  @ApiOperation({ summary: 'Where to send the browser to connect a TikTok account' })
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
  @ApiOperation({ summary: 'Where to send the browser to connect the ad accounts of an integration' })
  @ApiBody({ type: GetAdsAuthUrlDto })
  @ApiOkResponse({ type: AuthUrlAnswer })
  async getAdsAuthUrl(
    @Body(AdsAuthUrlPipe) body: AdsAuthUrlBody,
    @UserId() userId: string,
  ): Promise<AuthUrlAnswer> {
    return { authUrl: await this.connector.adsAuthUrl(userId, body.returnUrl, body.integrationId) };
  }

  @Get('ad-accounts')
  @ApiOperation({ summary: 'The ad accounts of the integrations, refreshed daily' })
  @ApiPage(AdAccountView)
  listAdAccounts(@Query() query: PageQuery): Promise<Page<AdAccountView>> {
    return this.adAccounts.list(query);
  }

  @Get('integrations/:integrationId')
  @ApiOperation({ summary: 'One account in full: what it can do, why not, and how long its tokens last' })
  @ApiOkResponse({ type: IntegrationDetailsView })
  getIntegration(@Param('integrationId') integrationId: string): Promise<IntegrationDetailsView> {
    return this.integrations.details(integrationId);
  }

  @Post('integrations/:integrationId/disconnect')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'End a connection: its TikTok data is deleted, the access given back; only an audit line stays',
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
  @ApiOperation({ summary: 'Delete what came from TikTok for this account, and keep the connection' })
  @ApiAcceptedResponse({ description: 'It is deleted in the background; an audit line stays. No body.' })
  async deleteIntegrationData(
    @Param('integrationId') integrationId: string,
    @UserId() userId: string,
  ): Promise<void> {
    await this.integrations.deleteData(integrationId, userId);
  }

  @Get('integrations')
  @ApiOperation({ summary: 'The connected TikTok accounts, newest first' })
  @ApiPage(IntegrationView)
  listIntegrations(@Query() query: PageQuery): Promise<Page<IntegrationView>> {
    return this.integrations.list(query);
  }
}
