import {
  Controller,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, Public } from '../../auth/index.js';
import { toUploadAnswer, UploadAnswer } from './dto/upload-answer.view.js';
import { Clock, HttpOptions } from '../../common/index.js';
import { ApiSignedLink } from './api-signed-link.js';
import { MediaIntake } from './media-intake.js';
import { closeAtExpiry } from './close-at-expiry.js';
import { UploadLinks } from './upload-links.js';
import { isCut, uploadCut } from './upload-cut.js';
import { uploadSource } from './upload-source.js';

/** Receives files at signed links. The link authorises the request, so browsers can upload directly without a JWT. */
@ApiTags('Publishing')
@Controller('uploads')
@Public()
@Limited('upload')
@ApiSignedLink()
export class UploadsController implements OnApplicationShutdown {
  private readonly active = new Set<Promise<unknown>>();

  constructor(
    private readonly links: UploadLinks,
    private readonly intake: MediaIntake,
    private readonly clock: Clock,
  ) {}

  @Post(':mediaId')
  @HttpOptions({ body: 'stream' })
  @HttpCode(200)
  @ApiOperation({ summary: 'Upload the video or a photo as multipart field "file"' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: UploadAnswer })
  uploadForm(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<UploadAnswer> {
    return this.receive(mediaId, query, request);
  }

  @Put(':mediaId')
  @HttpOptions({ body: 'stream' })
  @ApiOperation({ summary: 'Upload the video or a photo as the raw body' })
  @ApiConsumes(
    'video/mp4',
    'video/quicktime',
    'video/webm',
    'image/jpeg',
    'image/webp',
    'application/octet-stream',
  )
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: UploadAnswer })
  uploadBytes(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<UploadAnswer> {
    return this.receive(mediaId, query, request);
  }

  private async receive(
    mediaId: string,
    query: Record<string, unknown>,
    request: FastifyRequest,
  ): Promise<UploadAnswer> {
    const ticket = this.links.verify(mediaId, query, 'whole');
    const source = (maxBytes: number) => uploadSource(request, maxBytes);
    const receipt = this.intake.receive(ticket, source);
    this.active.add(receipt);
    const cancelEnd = closeAtExpiry(request, ticket.endsAt, this.clock);
    try {
      return toUploadAnswer(await receipt);
    } catch (error) {
      if (!isCut(error)) throw error;
      request.log.info('upload interrupted, nothing was kept');
      throw uploadCut();
    } finally {
      cancelEnd();
      this.active.delete(receipt);
    }
  }

  /** Waits until interrupted uploads are cleaned up. The connections are already closed. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.active);
  }
}
