import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, OnlyReads } from '../../auth/index.js';
import { ApiExamples, ApiPage, type Page } from '../../common/index.js';
import { MissingFilesView } from './dto/retry-answer.view.js';
import { PublicationView } from './dto/publication.view.js';
import { PublicationsQuery } from './dto/publications.query.js';
import { MissingUploads } from './missing-uploads.js';
import { PublicationList } from './publication-list.js';
import { PublicationViews } from './publication-views.js';
import { PublicationReader } from '../post/publication-reader.js';
import { PUBLICATIONS } from './dto/publish.examples.js';

@ApiTags('Publishing')
@Controller('api')
export class PublicationListController {
  constructor(
    private readonly publications: PublicationReader,
    private readonly views: PublicationViews,
    private readonly lists: PublicationList,
    private readonly uploads: MissingUploads,
  ) {}

  @Get('publications')
  @ApiOperation({ summary: 'List publications', description: 'The newest publication comes first.' })
  @ApiPage(PublicationView)
  @ApiExamples({ publicVideo: PUBLICATIONS })
  listPublications(@Query() query: PublicationsQuery): Promise<Page<PublicationView>> {
    return this.lists.list(query);
  }

  @Get('publications/:publishId')
  @ApiOperation({ summary: 'Get a publication with its status' })
  @ApiOkResponse({ type: PublicationView })
  async getPublication(@Param('publishId') publishId: string): Promise<PublicationView> {
    return await this.views.one(await this.publications.get(publishId));
  }

  @Get('publications/:publishId/uploads')
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Get new upload links for the missing files of a publication',
    description:
      'The links of the creation expire and are shown once. With new ones, another device or another user continues: a resumable upload ' +
      'goes on where it stopped. Earlier links stay valid until they expire.',
  })
  @ApiOkResponse({ type: MissingFilesView })
  listMissingUploads(@Param('publishId') publishId: string): Promise<MissingFilesView> {
    return this.uploads.list(publishId);
  }

  @Post('upstream/call/tiktok-provider/list-publications')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'List publications (alias)',
    description: 'Alias of `GET /api/publications`, with the filters in the body.',
  })
  @ApiPage(PublicationView)
  listPublicationsViaProvider(@Body() query: PublicationsQuery): Promise<Page<PublicationView>> {
    return this.lists.list(query);
  }
}
