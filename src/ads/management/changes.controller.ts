import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '../../common/index.js';
import { ChangeLists } from './change-lists.js';
import { ChangeView } from './dto/change.view.js';
import { ChangesQuery } from './dto/changes.query.js';

@ApiTags('Ads')
@Controller('api/ads/changes')
export class ChangesController {
  constructor(private readonly changes: ChangeLists) {}

  @Get()
  @ApiOperation({
    summary: 'List changes of campaigns, ad groups and ads',
    description: 'Every change by a user, by a launch or in TikTok Ads Manager. The newest one comes first.',
  })
  @ApiPage(ChangeView)
  listChanges(@Query() query: ChangesQuery): Promise<Page<ChangeView>> {
    return this.changes.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Get a change' })
  @ApiOkResponse({ type: ChangeView })
  getChange(@Param('id') id: string): Promise<ChangeView> {
    return this.changes.get(id);
  }
}
