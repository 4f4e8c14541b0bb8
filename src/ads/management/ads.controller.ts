import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { AdObjectView } from './dto/ad-object.view.js';
import { NewAdDto } from './dto/new-object.dto.js';
import { AccountQuery, ObjectsQuery } from './dto/objects.query.js';
import { PatchAdDto } from './dto/patch.dto.js';
import { ReviewedObjectView } from './dto/review.view.js';
import { WrittenObjectView } from './dto/written-object.view.js';
import { ObjectCreates } from './object-creates.js';
import { ObjectDetails } from './object-details.js';
import { ObjectLists } from './object-lists.js';
import { ObjectPatches } from './updates/object-patches.js';

@ApiTags('Ads')
@Controller('api/ads/ads')
export class AdsController {
  constructor(
    private readonly lists: ObjectLists,
    private readonly details: ObjectDetails,
    private readonly creates: ObjectCreates,
    private readonly patches: ObjectPatches,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List ads', description: 'The newest one comes first.' })
  @ApiPage(AdObjectView)
  listAds(@Query() query: ObjectsQuery): Promise<Page<AdObjectView>> {
    return this.lists.list('ad', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get an ad as TikTok has it now' })
  @ApiOkResponse({ type: ReviewedObjectView })
  getAd(@Param('id') id: string, @Query() { accountId }: AccountQuery): Promise<ReviewedObjectView> {
    return this.details.get('ad', accountId, id);
  }

  @Post()
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Create an ad',
    description: 'It is created paused, and TikTok reviews it.',
  })
  @ApiCreatedResponse({ type: WrittenObjectView })
  createAd(@Body() body: NewAdDto, @UserId() userId: string): Promise<WrittenObjectView> {
    return this.creates.ad(body, userId);
  }

  @Patch(':id')
  @Idempotent()
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Change an ad',
    description: 'What is absent stays. TikTok reviews the ad again.',
  })
  @ApiOkResponse({ type: WrittenObjectView })
  changeAd(
    @Param('id') id: string,
    @Body() body: PatchAdDto,
    @UserId() userId: string,
  ): Promise<WrittenObjectView> {
    return this.patches.ad(id, body, userId);
  }
}
