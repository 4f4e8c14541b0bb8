import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, OnlyReads, UserId } from '../../auth/index.js';
import { ApiExamples } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { InitPhotoUploadAnswer, InitPhotoUploadDto } from './dto/init-photo-upload.dto.js';
import { InitVideoUploadAnswer, InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import { PublicationView, PublishAnswer } from './dto/publication.view.js';
import { PublishDto, PublishIdDto } from './dto/publish.dto.js';
import { PublicationViews } from './publication-views.js';
import { PublishRequests } from './publish-requests.js';
import { newPhotos, newVideo } from './new-post.js';
import { NewPhotosPipe, NewVideoPipe, type NewPhotosBody, type NewVideoBody } from './new-post.pipe.js';
import { PublicationCreation } from './publication-creation.js';
import { PublicationReader } from '../post/publication-reader.js';
import { PUBLIC_VIDEO, PULLED_VIDEO, TWO_PHOTOS, VIDEO_DRAFT } from './dto/new-post.examples.js';
import { PUBLISH_PHOTOS_NOW, PUBLISH_VIDEO_LATER, PUBLISH_VIDEO_NOW } from './dto/publish.examples.js';

@ApiTags('Publishing')
@Controller('api/upstream/call/tiktok-provider')
export class PublicationsController {
  constructor(
    private readonly creation: PublicationCreation,
    private readonly publications: PublicationReader,
    private readonly requests: PublishRequests,
    private readonly views: PublicationViews,
  ) {}

  @Post('init-video-upload')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Create a publication of a video',
    description: 'The answer has the links to which you upload the video.',
  })
  @ApiBody({ type: InitVideoUploadDto })
  @ApiOkResponse({ type: InitVideoUploadAnswer })
  @ApiExamples({ publicVideo: PUBLIC_VIDEO, pulledVideo: PULLED_VIDEO, draft: VIDEO_DRAFT })
  async initVideoUpload(
    @Body(NewVideoPipe) body: NewVideoBody,
    @UserId() userId: string,
  ): Promise<InitVideoUploadAnswer> {
    const post = newVideo(body);
    return await this.creation.create(post, body.integrationId, userId, ({ uploads, ...created }) => ({
      ...created,
      ...uploads[0],
    }));
  }

  @Post('init-photo-upload')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Create a publication of 1 to 35 photos',
    description: 'The answer has the links to which you upload the photos.',
  })
  @ApiBody({ type: InitPhotoUploadDto })
  @ApiOkResponse({ type: InitPhotoUploadAnswer })
  @ApiExamples({ twoPhotos: TWO_PHOTOS })
  async initPhotoUpload(
    @Body(NewPhotosPipe) body: NewPhotosBody,
    @UserId() userId: string,
  ): Promise<InitPhotoUploadAnswer> {
    const post = newPhotos(body);
    return await this.creation.create(post, body.integrationId, userId, ({ uploads, ...created }) => ({
      ...created,
      uploadUrls: uploads.map(({ uploadUrl }) => uploadUrl),
      tusUrls: uploads.map(({ tusUrl }) => tusUrl),
    }));
  }

  @Post('publish-video')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Publish a video, now or at a given time',
    description: 'The service publishes it in the background. Calling this twice still makes one post.',
  })
  @ApiAcceptedResponse({ type: PublishAnswer })
  @ApiExamples({ now: PUBLISH_VIDEO_NOW, later: PUBLISH_VIDEO_LATER })
  async publishVideo(@Body() body: PublishDto, @UserId() userId: string): Promise<PublishAnswer> {
    return await this.publish(body, userId);
  }

  @Post('publish-photo')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Publish photos, now or at a given time',
    description: 'It works like publish-video.',
  })
  @ApiAcceptedResponse({ type: PublishAnswer })
  @ApiExamples({ now: PUBLISH_PHOTOS_NOW })
  async publishPhoto(@Body() body: PublishDto, @UserId() userId: string): Promise<PublishAnswer> {
    return await this.publish(body, userId);
  }

  @Post('get-publish-status')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get a publication (alias)',
    description: 'Alias of `GET /api/publications/{publishId}`.',
  })
  @ApiOkResponse({ type: PublicationView })
  async getPublishStatus(@Body() { publishId }: PublishIdDto): Promise<PublicationView> {
    return await this.views.one(await this.publications.get(publishId));
  }

  private async publish(body: PublishDto, userId: string): Promise<PublishAnswer> {
    return this.views.answer(await this.requests.publish(body.publishId, body, userId));
  }
}
