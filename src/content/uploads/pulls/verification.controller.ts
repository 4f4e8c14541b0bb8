import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limited, Public } from '../../../auth/index.js';
import { NotFoundError, sendPart } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { StagingStore } from '../staging/staging-store.js';
import { PulledMedia } from './pulled-media.js';
import { VERIFICATION_PATH } from './pull-urls.js';

// An ownership file is public and changes only with the settings.
const CACHE_5_MINUTES = 'public, max-age=300';

/** Serves what TikTok fetches: ownership files and, under the same prefix, media. */
@ApiTags('Publishing')
@Controller(VERIFICATION_PATH)
@Public()
// TikTok fetches for all organisations from few addresses, so limits per address would block it.
@Limited('none')
export class VerificationController {
  constructor(
    private readonly config: AppConfig,
    private readonly media: PulledMedia,
    private readonly staging: StagingStore,
  ) {}

  @Get(':file')
  @ApiOperation({
    summary: 'Get an ownership file',
    description: 'TikTok reads it to verify the "URL property". TIKTOK_VERIFICATION_FILES sets the files.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getOwnershipFile(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const content = this.config.pulls.ownershipFiles.get(file);
    if (content === undefined) throw nothingHere();
    await reply.type('text/plain; charset=utf-8').header('cache-control', CACHE_5_MINUTES).send(content);
  }

  @Get('media/:mediaId/:name')
  @ApiOperation({
    summary: 'Get a file of a publication',
    description: 'TikTok fetches the file here while it publishes the post. The header Range works.',
  })
  @ApiProduces('video/mp4', 'video/quicktime', 'video/webm', 'image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({
    status: 206,
    description: 'The requested range.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiResponse({ status: 416, description: 'The range is outside the file. No body.' })
  async getMediaFile(
    @Param('mediaId') mediaId: string,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.media.find(mediaId, name);
    if (!file) throw nothingHere();
    void reply.headers({ 'content-type': file.mediaType, 'cache-control': 'private, no-store' });
    await sendPart(request, reply, {
      etag: `"${file.sha256}"`,
      bytes: file.sizeBytes,
      read: (first, last) => this.staging.read(file.stagedFile, first, last),
    });
  }
}

function nothingHere(): NotFoundError {
  return new NotFoundError('not_found', 'There is no file at this address.');
}
