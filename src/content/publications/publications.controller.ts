import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { InitVideoUploadAnswer, InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import {
  PublishAnswer,
  PublishIdDto,
  PublishStatusAnswer,
  toPublishStatus,
} from './dto/publication.views.js';
import { PublicationsService } from './publications.service.js';

@ApiTags('Publishing')
@Controller('api/upstream/call/tiktok-provider')
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Post('init-video-upload')
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin a publication: answers where to send the video' })
  @ApiOkResponse({ type: InitVideoUploadAnswer })
  initVideoUpload(
    @Body() body: InitVideoUploadDto,
    @UserId() userId: string,
  ): Promise<InitVideoUploadAnswer> {
    return this.publications.create(body, userId);
  }

  @Post('publish-video')
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({ summary: 'Publish an uploaded video in the background; asked twice, it is still one post' })
  @ApiAcceptedResponse({ type: PublishAnswer })
  async publishVideo(@Body() { publishId }: PublishIdDto): Promise<PublishAnswer> {
    const { id, status } = await this.publications.publish(publishId);
    return { publishId: id, status };
  }

  @Post('get-publish-status')
  @HttpCode(200)
  @ApiOperation({ summary: 'How far a publication is, and why it did not work' })
  @ApiOkResponse({ type: PublishStatusAnswer })
  async getPublishStatus(@Body() { publishId }: PublishIdDto): Promise<PublishStatusAnswer> {
    return toPublishStatus(await this.publications.get(publishId));
  }
}
