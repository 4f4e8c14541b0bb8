import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '../../common/index.js';
import { AdObjectDetailView, AdObjectView } from './dto/ad-object.view.js';
import { AccountQuery, ObjectsQuery } from './dto/objects.query.js';
import { ObjectLists } from './object-lists.js';

@ApiTags('Ads')
@Controller('api/ads/ads')
export class AdsController {
  constructor(private readonly lists: ObjectLists) {}

  @Get()
  @ApiOperation({ summary: 'List ads', description: 'The newest one comes first.' })
  @ApiPage(AdObjectView)
  listAds(@Query() query: ObjectsQuery): Promise<Page<AdObjectView>> {
    return this.lists.list('ad', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get an ad as TikTok has it now' })
  @ApiOkResponse({ type: AdObjectDetailView })
  getAd(@Param('id') id: string, @Query() { accountId }: AccountQuery): Promise<AdObjectDetailView> {
    return this.lists.get('ad', accountId, id);
  }
}
