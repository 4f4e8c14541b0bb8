import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiPage, Clock, HttpOptions, validationPipe, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import type { CreativeKind } from './ad-creative.entity.js';
import { CreativeCovers } from './creative-covers.js';
import { CreativeIntake } from './creative-intake.js';
import { CreativeList } from './creative-list.js';
import { CreativeStore } from './creative-store.js';
import { CreativesQuery } from './dto/creatives.query.js';
import { CreativeView, toCreativeView } from './dto/creative.view.js';
import { CREATIVE_BODY } from './dto/creative-body.schema.js';
import { ChooseCoverDto, CreativeFormQuery, NewCreativeDto } from './dto/new-creative.dto.js';

const DTO = validationPipe();
const DESCRIPTION =
  'Send the file as the multipart field `file`, or JSON with its `url` or its `publicationId`. The service sends it to ' +
  'TikTok in the background; read the creative until its status is `ready`. The same bytes in the same account answer the ' +
  'creative that exists.';

@ApiTags('Ads')
@Controller('api/ads/creatives')
export class CreativesController {
  constructor(
    private readonly intake: CreativeIntake,
    private readonly list: CreativeList,
    private readonly covers: CreativeCovers,
    private readonly store: CreativeStore,
    private readonly clock: Clock,
  ) {}

  @Post('videos')
  @HttpOptions({ body: 'form' })
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload a video to an ad account', description: DESCRIPTION })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(CREATIVE_BODY)
  @ApiAcceptedResponse({ type: CreativeView })
  createVideo(
    @Req() request: FastifyRequest,
    @Query() query: CreativeFormQuery,
    @UserId() userId: string,
    @Body() body: unknown,
  ): Promise<CreativeView> {
    return this.create('video', { request, query, body, userId });
  }

  @Post('images')
  @HttpOptions({ body: 'form' })
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload an image to an ad account', description: DESCRIPTION })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(CREATIVE_BODY)
  @ApiAcceptedResponse({ type: CreativeView })
  createImage(
    @Req() request: FastifyRequest,
    @Query() query: CreativeFormQuery,
    @UserId() userId: string,
    @Body() body: unknown,
  ): Promise<CreativeView> {
    return this.create('image', { request, query, body, userId });
  }

  @Get()
  @ApiOperation({ summary: 'List creatives', description: 'The newest creative comes first.' })
  @ApiPage(CreativeView)
  listCreatives(@Query() query: CreativesQuery): Promise<Page<CreativeView>> {
    return this.list.page(query);
  }

  @Get(':creativeId')
  @ApiOperation({
    summary: 'Get a creative',
    description: 'If the URLs of its covers have expired, the service reads new ones from TikTok.',
  })
  @ApiOkResponse({ type: CreativeView })
  async getCreative(@Param('creativeId') creativeId: string): Promise<CreativeView> {
    const creative = await this.covers.withFreshUrls(await this.store.get(creativeId));
    return toCreativeView(creative, this.clock.now());
  }

  @Patch(':creativeId')
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Choose the cover of a video' })
  @ApiOkResponse({ type: CreativeView })
  async chooseCover(
    @Param('creativeId') creativeId: string,
    @Body() { coverImageId }: ChooseCoverDto,
  ): Promise<CreativeView> {
    return toCreativeView(await this.covers.choose(creativeId, coverImageId), this.clock.now());
  }

  private async create(
    kind: CreativeKind,
    { request, query, body, userId }: NewCreativeCall,
  ): Promise<CreativeView> {
    const asked = { kind, userId };
    const creative = request.isMultipart()
      ? await this.intake.receive(request, query, asked)
      : await this.intake.refer(await toDto(body), asked);
    return toCreativeView(creative, this.clock.now());
  }
}

interface NewCreativeCall {
  request: FastifyRequest;
  query: CreativeFormQuery;
  body: unknown;
  userId: string;
}

/** The global pipe cannot check a body that may also be a form. */
async function toDto(body: unknown): Promise<NewCreativeDto> {
  return (await DTO.transform(body, { type: 'body', metatype: NewCreativeDto })) as NewCreativeDto;
}
