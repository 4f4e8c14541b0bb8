import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiExamples, ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { AudienceUses } from './audience-uses.service.js';
import { AudiencesService } from './audiences.service.js';
import { ApplyAudienceDto, LookalikeDto } from './dto/audience-changes.dto.js';
import { AudienceQuery } from './dto/audience.query.js';
import { AudienceDetailsView, AudienceUploadView, AudienceView } from './dto/audience.view.js';
import { NewAudienceDto } from './dto/new-audience.dto.js';
import { AUDIENCES, NEW_AUDIENCE } from './dto/audiences.examples.js';

@ApiTags('Ads')
@Controller('api/ads/audiences')
export class AudiencesController {
  constructor(
    private readonly audiences: AudiencesService,
    private readonly uses: AudienceUses,
  ) {}

  @Post()
  @NeedsRole('editor')
  @Idempotent()
  @ApiOperation({
    summary: 'Create an audience',
    description: 'TikTok gets to know it with its first file; append one next.',
  })
  @ApiCreatedResponse({ type: AudienceView })
  @ApiExamples({ newAudience: NEW_AUDIENCE })
  create(@Body() body: NewAudienceDto, @UserId() userId: string): Promise<AudienceView> {
    return this.audiences.create(body, userId);
  }

  @Get()
  @ApiOperation({ summary: 'List audiences', description: 'The newest comes first.' })
  @ApiPage(AudienceView)
  @ApiExamples({ matching: AUDIENCES })
  list(@Query() query: AudienceQuery): Promise<Page<AudienceView>> {
    return this.audiences.list(query);
  }

  @Get(':audienceId')
  @ApiOperation({
    summary: 'Get an audience',
    description: 'Contains its uploads with their quality reports, and how many updates TikTok still allows.',
  })
  @ApiOkResponse({ type: AudienceDetailsView })
  get(@Param('audienceId') audienceId: string): Promise<AudienceDetailsView> {
    return this.audiences.details(audienceId);
  }

  @Post(':audienceId/apply')
  @HttpCode(202)
  @NeedsRole('editor')
  @Idempotent()
  @ApiOperation({
    summary: 'Use an audience in ad groups',
    description:
      'Changes manual ad groups and those of Upgraded Smart+ campaigns. Each change is in GET /api/ads/changes.',
  })
  @ApiAcceptedResponse({ type: AudienceUploadView })
  apply(
    @Param('audienceId') audienceId: string,
    @Body() body: ApplyAudienceDto,
    @UserId() userId: string,
  ): Promise<AudienceUploadView> {
    return this.uses.apply(audienceId, body, userId);
  }

  @Post(':audienceId/lookalike')
  @HttpCode(202)
  @NeedsRole('editor')
  @Idempotent()
  @ApiOperation({ summary: 'Create a lookalike audience' })
  @ApiAcceptedResponse({ type: AudienceView })
  lookalike(
    @Param('audienceId') audienceId: string,
    @Body() body: LookalikeDto,
    @UserId() userId: string,
  ): Promise<AudienceView> {
    return this.uses.lookalike(audienceId, body, userId);
  }

  @Delete(':audienceId')
  @HttpCode(202)
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Delete an audience',
    description: 'TikTok refuses while an ad group uses it; disconnect it first.',
  })
  @ApiAcceptedResponse({ type: AudienceUploadView })
  delete(@Param('audienceId') audienceId: string, @UserId() userId: string): Promise<AudienceUploadView> {
    return this.audiences.delete(audienceId, userId);
  }
}
