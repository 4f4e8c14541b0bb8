import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { AdObjectView } from './dto/ad-object.view.js';
import { NewCampaignDto } from './dto/new-object.dto.js';
import { AccountQuery, ObjectsQuery } from './dto/objects.query.js';
import { PatchCampaignDto } from './dto/patch.dto.js';
import { ReviewedObjectView } from './dto/review.view.js';
import { WrittenObjectView } from './dto/written-object.view.js';
import { ObjectCreates } from './object-creates.js';
import { ObjectDetails } from './object-details.js';
import { ObjectLists } from './object-lists.js';
import { ObjectPatches } from './updates/object-patches.js';

@ApiTags('Ads')
@Controller('api/ads/campaigns')
export class CampaignsController {
  constructor(
    private readonly lists: ObjectLists,
    private readonly details: ObjectDetails,
    private readonly creates: ObjectCreates,
    private readonly patches: ObjectPatches,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List campaigns', description: 'The newest one comes first.' })
  @ApiPage(AdObjectView)
  listCampaigns(@Query() query: ObjectsQuery): Promise<Page<AdObjectView>> {
    return this.lists.list('campaign', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get a campaign as TikTok has it now' })
  @ApiOkResponse({ type: ReviewedObjectView })
  getCampaign(@Param('id') id: string, @Query() { accountId }: AccountQuery): Promise<ReviewedObjectView> {
    return this.details.get('campaign', accountId, id);
  }

  @Post()
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Create a campaign',
    description: 'It is created paused. Which kind TikTok creates follows from the objective and the date.',
  })
  @ApiCreatedResponse({ type: WrittenObjectView })
  createCampaign(@Body() body: NewCampaignDto, @UserId() userId: string): Promise<WrittenObjectView> {
    return this.creates.campaign(body, userId);
  }

  @Patch(':id')
  @Idempotent()
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Change a campaign',
    description: 'What is absent stays. The limits of PUT /api/ads/policy apply to a higher budget.',
  })
  @ApiOkResponse({ type: WrittenObjectView })
  changeCampaign(
    @Param('id') id: string,
    @Body() body: PatchCampaignDto,
    @UserId() userId: string,
  ): Promise<WrittenObjectView> {
    return this.patches.campaign(id, body, userId);
  }
}
