import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audited } from '../../audit/index.js';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiExamples, ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { DryRunView } from './dto/dry-run.view.js';
import { LaunchesQuery } from './dto/launches.query.js';
import { LaunchSummaryView, LaunchView, toLaunchView } from './dto/launch.view.js';
import { LaunchesService } from './launches.service.js';
import { DRY_RUN, LAUNCH } from './dto/launches.examples.js';

@ApiTags('Ads')
@ApiExtraModels(DryRunView)
@Controller('api')
export class LaunchesController {
  constructor(private readonly launches: LaunchesService) {}

  @Post('ads/launches')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Launch a campaign',
    description:
      'Creates the campaign, its ad groups and ads paused, waits for TikTok’s review, then enables ads, ad groups and the ' +
      'campaign. With `dryRun` it answers 200 with the plan and all complaints (`DryRunView`), and stores nothing.',
  })
  @ApiAcceptedResponse({ type: LaunchView })
  @ApiOkResponse({ type: DryRunView, description: 'With `dryRun`.' })
  @ApiExamples({ dryRun: DRY_RUN, launch: LAUNCH })
  async createLaunch(
    @Body() body: LaunchBodyDto,
    @UserId() userId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LaunchView | DryRunView> {
    if (body.dryRun !== true) return toLaunchView(await this.launches.create(body, userId));
    reply.status(200);
    return await this.launches.dryRun(body);
  }

  @Post('upstream/call/tiktok-provider/launch-campaign')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({ summary: 'Launch a campaign (alias)', description: 'Alias of `POST /api/ads/launches`.' })
  @ApiAcceptedResponse({ type: LaunchView })
  @ApiOkResponse({ type: DryRunView, description: 'With `dryRun`.' })
  async launchCampaign(
    @Body() body: LaunchBodyDto,
    @UserId() userId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LaunchView | DryRunView> {
    return await this.createLaunch(body, userId, reply);
  }

  @Get('ads/launches')
  @ApiOperation({ summary: 'List launches', description: 'The newest launch comes first.' })
  @ApiPage(LaunchSummaryView)
  listLaunches(@Query() query: LaunchesQuery): Promise<Page<LaunchSummaryView>> {
    return this.launches.list(query);
  }

  @Get('ads/launches/:launchId')
  @ApiOperation({ summary: 'Get a launch with its plan' })
  @ApiOkResponse({ type: LaunchView })
  async getLaunch(@Param('launchId') launchId: string): Promise<LaunchView> {
    return toLaunchView(await this.launches.get(launchId));
  }

  @Post('ads/launches/:launchId/approve')
  @Idempotent()
  @Audited()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a launch', description: 'Another user than the one who requested it.' })
  @ApiOkResponse({ type: LaunchView })
  async approveLaunch(@Param('launchId') launchId: string, @UserId() userId: string): Promise<LaunchView> {
    return toLaunchView(await this.launches.approve(launchId, userId));
  }

  @Post('ads/launches/:launchId/resume')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Resume a failed launch',
    description: 'Repeats the step that failed. What exists already is not created again.',
  })
  @ApiOkResponse({ type: LaunchView })
  async resumeLaunch(@Param('launchId') launchId: string): Promise<LaunchView> {
    return toLaunchView(await this.launches.resume(launchId));
  }

  @Post('ads/launches/:launchId/cancel')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a launch',
    description:
      'No further step is taken. What exists at TikTok stays there, paused, and is listed in the plan.',
  })
  @ApiOkResponse({ type: LaunchView })
  async cancelLaunch(@Param('launchId') launchId: string): Promise<LaunchView> {
    return toLaunchView(await this.launches.cancel(launchId));
  }
}
