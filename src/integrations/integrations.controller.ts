import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../auth/index.js';
import { ApiPage, PageQuery, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { DisconnectAnswer } from './dto/disconnect.dto.js';
import { IntegrationDetailsView } from './dto/integration-details.view.js';
import { IntegrationView } from './dto/integration.view.js';
import { IntegrationViews } from './integration-views.js';
import { DisconnectionService } from './lifecycle/disconnection.service.js';

@ApiTags('Integrations')
@Controller('api/integrations')
export class IntegrationsController {
  constructor(
    private readonly views: IntegrationViews,
    private readonly disconnection: DisconnectionService,
  ) {}

  @Get(':integrationId')
  @ApiOperation({ summary: 'Get one account in full: capabilities with reasons, and token lifetimes' })
  @ApiOkResponse({ type: IntegrationDetailsView })
  getIntegration(@Param('integrationId') integrationId: string): Promise<IntegrationDetailsView> {
    return this.views.details(integrationId);
  }

  @Post(':integrationId/disconnect')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Disconnect an account: delete its TikTok data and revoke the access',
  })
  @ApiAcceptedResponse({ type: DisconnectAnswer })
  async disconnectIntegration(
    @Param('integrationId') integrationId: string,
    @UserId() userId: string,
  ): Promise<DisconnectAnswer> {
    await this.disconnection.disconnect(integrationId, userId);
    return { integrationId, status: 'disconnected' };
  }

  @Delete(':integrationId/data')
  @NeedsRole('admin')
  @HttpCode(202)
  @ApiOperation({ summary: "Delete an account's TikTok data and keep the connection" })
  @ApiAcceptedResponse({
    description: 'The data is deleted in the background. An audit line stays. No body.',
  })
  async deleteIntegrationData(
    @Param('integrationId') integrationId: string,
    @UserId() userId: string,
  ): Promise<void> {
    await this.disconnection.deleteData(integrationId, userId);
  }

  @Get()
  @ApiOperation({ summary: 'List the connected TikTok accounts, newest first' })
  @ApiPage(IntegrationView)
  listIntegrations(@Query() query: PageQuery): Promise<Page<IntegrationView>> {
    return this.views.list(query);
  }
}
