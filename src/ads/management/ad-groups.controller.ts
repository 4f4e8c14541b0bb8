import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { AdObjectView } from './dto/ad-object.view.js';
import { NewAdGroupDto } from './dto/new-object.dto.js';
import { AccountQuery, ObjectsQuery } from './dto/objects.query.js';
import { PatchAdGroupDto } from './dto/patch.dto.js';
import { ReviewedObjectView } from './dto/review.view.js';
import { WrittenObjectView } from './dto/written-object.view.js';
import { ObjectCreates } from './object-creates.js';
import { ObjectDetails } from './object-details.js';
import { ObjectLists } from './object-lists.js';
import { ObjectPatches } from './updates/object-patches.js';

@ApiTags('Ads')
@Controller('api/ads/ad-groups')
export class AdGroupsController {
  constructor(
    private readonly lists: ObjectLists,
    private readonly details: ObjectDetails,
    private readonly creates: ObjectCreates,
    private readonly patches: ObjectPatches,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List ad groups', description: 'The newest one comes first.' })
  @ApiPage(AdObjectView)
  listAdGroups(@Query() query: ObjectsQuery): Promise<Page<AdObjectView>> {
    return this.lists.list('ad_group', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get an ad group as TikTok has it now' })
  @ApiOkResponse({ type: ReviewedObjectView })
  getAdGroup(@Param('id') id: string, @Query() { accountId }: AccountQuery): Promise<ReviewedObjectView> {
    return this.details.get('ad_group', accountId, id);
  }

  @Post()
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Create an ad group',
    description: 'It is created paused, of the same kind as its campaign.',
  })
  @ApiCreatedResponse({ type: WrittenObjectView })
  createAdGroup(@Body() body: NewAdGroupDto, @UserId() userId: string): Promise<WrittenObjectView> {
    return this.creates.adGroup(body, userId);
  }

  @Patch(':id')
  @Idempotent()
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Change an ad group',
    description: 'What is absent stays. The limits of PUT /api/ads/policy apply to a higher budget.',
  })
  @ApiOkResponse({ type: WrittenObjectView })
  changeAdGroup(
    @Param('id') id: string,
    @Body() body: PatchAdGroupDto,
    @UserId() userId: string,
  ): Promise<WrittenObjectView> {
    return this.patches.adGroup(id, body, userId);
  }
}
