import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, OnlyReads } from '../../auth/index.js';
import { CreatorInfoService } from './creator-info.service.js';
import { CreatorInfoView } from './dto/creator-info.view.js';
import { GetCreatorInfoDto } from './dto/get-creator-info.dto.js';
import { ValidatePublicationDto } from './dto/validate-publication.dto.js';
import { ValidationAnswer } from './dto/validation-answer.view.js';
import { ValidationService } from './validation.service.js';

@ApiTags('Publishing')
@Controller('api/upstream/call/tiktok-provider')
export class PreflightController {
  constructor(
    private readonly creatorInfo: CreatorInfoService,
    private readonly validation: ValidationService,
  ) {}

  @Post('get-creator-info')
  @NeedsRole('editor')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get what a posting screen must show',
    description: 'TikTok requires a new call each time the screen renders.',
  })
  @ApiOkResponse({ type: CreatorInfoView })
  getCreatorInfo(@Body() { integrationId }: GetCreatorInfoDto): Promise<CreatorInfoView> {
    return this.creatorInfo.of(integrationId);
  }

  @Post('validate-publication')
  @NeedsRole('editor')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Validate a post without creating it',
    description: 'It returns every problem and warning, for a form or for a publication that exists.',
  })
  @ApiOkResponse({ type: ValidationAnswer })
  validatePublication(@Body() body: ValidatePublicationDto): Promise<ValidationAnswer> {
    return this.validation.validate(body);
  }
}
