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
import { toUploadAnswer, UploadAnswer } from './dto/upload.answer.js';
import { Clock } from '../../common/index.js';
import { ApiSignedLink } from './api-signed-link.js';
import { MediaIntake } from './media-intake.js';
import { endInTime } from './end-in-time.js';
import { UploadLinks } from './upload-links.js';
import { isCut, uploadCut } from './upload-cut.js';
import { uploadSource } from './upload-source.js';

/** Takes files at signed links. The link is the permission: no JWT, so that browsers can send straight to it. */
@ApiTags('Publishing')
@Controller('uploads')
@Public()
@Limited('upload')
@ApiSignedLink()
export class UploadsController implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly links: UploadLinks,
    private readonly intake: MediaIntake,
    private readonly clock: Clock,
  ) {}

  @Post(':mediaId')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send the video, or a photo, as multipart field "file"' })
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
  @ApiOperation({ summary: 'Send the video, or a photo, as the raw body' })
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
    const receiving = this.intake.receive(ticket, source);
    this.underWay.add(receiving);
    const cancelEnd = endInTime(request, ticket.endsAt, this.clock);
    try {
      return toUploadAnswer(await receiving);
    } catch (error) {
      if (!isCut(error)) throw error;
      request.log.info('the upload was cut in the middle, nothing of it is kept');
      throw uploadCut();
    } finally {
      cancelEnd();
      this.underWay.delete(receiving);
    }
  }

  /** The connections are closed by now: what is left of cut uploads is removed before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }
}
