import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AppsAnswer,
  CallsToActionAnswer,
  IdentitiesAnswer,
  InterestsAnswer,
  LanguagesAnswer,
  MusicAnswer,
  PixelsAnswer,
  RegionsAnswer,
} from './dto/tool-answers.view.js';
import { CallsToActionQuery, CarouselMusicQuery, RegionsQuery, ToolQuery } from './dto/tools.query.js';
import { ToolsService } from './tools.service.js';

/** What the forms of ads offer. */
@ApiTags('Ads')
@Controller('api/ads/tools')
export class ToolsController {
  constructor(private readonly tools: ToolsService) {}

  @Get('identities')
  @ApiOperation({ summary: 'List identities from which ads may appear' })
  @ApiOkResponse({ type: IdentitiesAnswer })
  listIdentities(@Query() query: ToolQuery): Promise<IdentitiesAnswer> {
    return this.tools.identities(query);
  }

  @Get('pixels')
  @ApiOperation({ summary: 'List pixels with the events that ads may optimise for' })
  @ApiOkResponse({ type: PixelsAnswer })
  listPixels(@Query() query: ToolQuery): Promise<PixelsAnswer> {
    return this.tools.pixels(query);
  }

  @Get('regions')
  @ApiOperation({
    summary: 'List regions that ads may target',
    description: 'TikTok changes them rarely, so an answer may be 15 min old.',
  })
  @ApiOkResponse({ type: RegionsAnswer })
  listRegions(@Query() query: RegionsQuery): Promise<RegionsAnswer> {
    return this.tools.regions(query);
  }

  @Get('languages')
  @ApiOperation({
    summary: 'List languages that ads may target',
    description: 'TikTok changes them rarely, so an answer may be 15 min old.',
  })
  @ApiOkResponse({ type: LanguagesAnswer })
  listLanguages(@Query() query: ToolQuery): Promise<LanguagesAnswer> {
    return this.tools.languages(query);
  }

  @Get('interests')
  @ApiOperation({
    summary: 'List interests that ads may target',
    description: 'TikTok changes them rarely, so an answer may be 15 min old.',
  })
  @ApiOkResponse({ type: InterestsAnswer })
  listInterests(@Query() query: ToolQuery): Promise<InterestsAnswer> {
    return this.tools.interests(query);
  }

  @Get('apps')
  @ApiOperation({ summary: 'List apps that ads may promote' })
  @ApiOkResponse({ type: AppsAnswer })
  listApps(@Query() query: ToolQuery): Promise<AppsAnswer> {
    return this.tools.apps(query);
  }

  @Get('call-to-actions')
  @ApiOperation({ summary: 'List calls to action' })
  @ApiOkResponse({ type: CallsToActionAnswer })
  listCallsToAction(@Query() query: CallsToActionQuery): Promise<CallsToActionAnswer> {
    return this.tools.callsToAction(query);
  }

  @Get('music')
  @ApiOperation({
    summary: 'List music for carousels',
    description: 'What TikTok recommends, or what it finds for a text.',
  })
  @ApiOkResponse({ type: MusicAnswer })
  listMusic(@Query() query: CarouselMusicQuery): Promise<MusicAnswer> {
    return this.tools.music(query);
  }
}
