import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '../../common/index.js';
import { AdObjectDetailView, AdObjectView } from './dto/ad-object.view.js';
import { AccountQuery, ObjectsQuery } from './dto/objects.query.js';
import { ObjectLists } from './object-lists.js';

@ApiTags('Ads')
@Controller('api/ads/campaigns')
export class CampaignsController {
  constructor(private readonly lists: ObjectLists) {}

  @Get()
  @ApiOperation({ summary: 'List campaigns', description: 'The newest one comes first.' })
  @ApiPage(AdObjectView)
  listCampaigns(@Query() query: ObjectsQuery): Promise<Page<AdObjectView>> {
    return this.lists.list('campaign', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get a campaign as TikTok has it now' })
  @ApiOkResponse({ type: AdObjectDetailView })
  getCampaign(@Param('id') id: string, @Query() { accountId }: AccountQuery): Promise<AdObjectDetailView> {
    return this.lists.get('campaign', accountId, id);
  }
}
