import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '../../common/index.js';
import { AdObjectDetailView, AdObjectView } from './dto/ad-object.view.js';
import { AccountQuery, ObjectsQuery } from './dto/objects.query.js';
import { ObjectLists } from './object-lists.js';

@ApiTags('Ads')
@Controller('api/ads/ad-groups')
export class AdGroupsController {
  constructor(private readonly lists: ObjectLists) {}

  @Get()
  @ApiOperation({ summary: 'List ad groups', description: 'The newest one comes first.' })
  @ApiPage(AdObjectView)
  listAdGroups(@Query() query: ObjectsQuery): Promise<Page<AdObjectView>> {
    return this.lists.list('ad_group', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get an ad group as TikTok has it now' })
  @ApiOkResponse({ type: AdObjectDetailView })
  getAdGroup(@Param('id') id: string, @Query() { accountId }: AccountQuery): Promise<AdObjectDetailView> {
    return this.lists.get('ad_group', accountId, id);
  }
}
