import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerRole, NeedsRole, UserId, type Role } from '../../auth/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { PauseCampaignDto } from './dto/pause-campaign.dto.js';
import { StatusDto } from './dto/status.dto.js';
import { StatusAnswer } from './dto/status.view.js';
import { StatusRequests } from './status-requests.js';

@ApiTags('Ads')
@Controller('api')
export class StatusController {
  constructor(private readonly requests: StatusRequests) {}

  @Post('ads/status')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Enable, pause or delete campaigns, ad groups or ads',
    description: 'Each id has a result of its own. Some may succeed while others fail.',
  })
  @ApiOkResponse({ type: StatusAnswer })
  setStatus(
    @Body() body: StatusDto,
    @UserId() userId: string,
    @CallerRole() role: Role,
  ): Promise<StatusAnswer> {
    return this.requests.set(body, { userId, role });
  }

  @Post('upstream/call/tiktok-provider/pause-campaign')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Pause campaigns (alias)',
    description: 'Alias of `POST /api/ads/status` for campaigns.',
  })
  @ApiOkResponse({ type: StatusAnswer })
  pauseCampaign(
    @Body() body: PauseCampaignDto,
    @UserId() userId: string,
    @CallerRole() role: Role,
  ): Promise<StatusAnswer> {
    const { accountId, campaignId, campaignIds = [], reason } = body;
    const ids = campaignId === undefined ? campaignIds : [campaignId, ...campaignIds];
    const wish = { level: 'campaign', status: 'pause', accountId, ids } as const;
    return this.requests.set({ ...wish, ...(reason !== undefined && { reason }) }, { userId, role });
  }
}
