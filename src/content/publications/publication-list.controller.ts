import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OnlyReads } from '../../auth/index.js';
import { ApiPage, type Page } from '../../common/index.js';
import { PublicationView } from './dto/publication.view.js';
import { PublicationsQuery } from './dto/publications.query.js';
import { PublicationList } from './publication-list.js';
import { PublicationViews } from './publication-views.js';
import { PublicationsService } from './publications.service.js';

@ApiTags('Publishing')
@Controller('api')
export class PublicationListController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly views: PublicationViews,
    private readonly lists: PublicationList,
  ) {}

  @Get('publications')
  @ApiOperation({ summary: 'Publications, newest first' })
  @ApiPage(PublicationView)
  list(@Query() query: PublicationsQuery): Promise<Page<PublicationView>> {
    return this.lists.list(query);
  }

  @Get('publications/:publishId')
  @ApiOperation({ summary: 'Everything about a publication; the same as get-publish-status' })
  @ApiOkResponse({ type: PublicationView })
  async get(@Param('publishId') publishId: string): Promise<PublicationView> {
    return await this.views.one(await this.publications.get(publishId));
  }

  @Post('upstream/call/tiktok-provider/list-publications')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({ summary: 'The same list, with its conditions in the body' })
  @ApiPage(PublicationView)
  listByAction(@Body() query: PublicationsQuery): Promise<Page<PublicationView>> {
    return this.lists.list(query);
  }
}
