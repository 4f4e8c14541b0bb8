import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { NewAdGroupDto, NewCampaignDto } from './dto/new-object.dto.js';
import { WrittenObjectView } from './dto/written-object.view.js';
import { ObjectCreates } from './object-creates.js';

@ApiTags('Ads')
@Controller('api/upstream/call/tiktok-provider')
export class CreateAliasesController {
  constructor(private readonly creates: ObjectCreates) {}

  @Post('create-campaign')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(201)
  @ApiOperation({ summary: 'Create a campaign (alias)', description: 'Alias of `POST /api/ads/campaigns`.' })
  @ApiCreatedResponse({ type: WrittenObjectView })
  createCampaignViaProvider(
    @Body() body: NewCampaignDto,
    @UserId() userId: string,
  ): Promise<WrittenObjectView> {
    return this.creates.campaign(body, userId);
  }

  @Post('create-ad-group')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(201)
  @ApiOperation({ summary: 'Create an ad group (alias)', description: 'Alias of `POST /api/ads/ad-groups`.' })
  @ApiCreatedResponse({ type: WrittenObjectView })
  createAdGroupViaProvider(
    @Body() body: NewAdGroupDto,
    @UserId() userId: string,
  ): Promise<WrittenObjectView> {
    return this.creates.adGroup(body, userId);
  }
}
