import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../auth/index.js';
import { ApiExamples, ApiPage, PageQuery, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { DisconnectAnswer } from './dto/disconnect.dto.js';
import { IntegrationDetailsView } from './dto/integration-details.view.js';
import { IntegrationView } from './dto/integration.view.js';
import { IntegrationViews } from './integration-views.js';
import { DisconnectionService } from './lifecycle/disconnection.service.js';
import { INTEGRATIONS } from './dto/integrations.examples.js';

@ApiTags('Integrations')
@Controller('api/integrations')
export class IntegrationsController {
  constructor(
    private readonly views: IntegrationViews,
    private readonly disconnection: DisconnectionService,
  ) {}

  @Get(':integrationId')
  @ApiOperation({
    summary: 'Get an integration',
    description:
      'The answer has its capabilities, the expiry of its tokens, its quotas and its recent errors.',
  })
  @ApiOkResponse({ type: IntegrationDetailsView })
  getIntegration(@Param('integrationId') integrationId: string): Promise<IntegrationDetailsView> {
    return this.views.details(integrationId);
  }

  @Post(':integrationId/disconnect')
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
    await this.disconnection.disconnect(integrationId, userId);
    return { integrationId, status: 'disconnected' };
  }

  @Delete(':integrationId/data')
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
    await this.disconnection.deleteData(integrationId, userId);
  }

  @Get()
  @ApiOperation({ summary: 'List integrations', description: 'The newest integration comes first.' })
  @ApiPage(IntegrationView)
  @ApiExamples({ connected: INTEGRATIONS })
  listIntegrations(@Query() query: PageQuery): Promise<Page<IntegrationView>> {
    return this.views.list(query);
  }
}
