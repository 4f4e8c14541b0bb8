import {
  Controller,
  Delete,
  Head,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limited, Public } from '../../../auth/index.js';
import { Clock, HttpOptions } from '../../../common/index.js';
import { OrgContext } from '../../../database/index.js';
import { ApiSignedLink } from '../api-signed-link.js';
import { closeAtExpiry } from '../close-at-expiry.js';
import { UploadLinks } from '../upload-links.js';
import { ResumableService } from './resumable.service.js';
import { ApiTus, ApiTusCreate, ApiTusDelete, ApiTusHead, ApiTusPatch } from './tus-docs.js';

type Verb = 'create' | 'head' | 'patch' | 'remove';

/** Handles resumable uploads at signed links. The link authorises the request and is the URL of the upload. */
@ApiTags('Publishing')
@ApiTus()
@ApiSignedLink()
@Controller('uploads/:mediaId/tus')
@Public()
@Limited('upload')
export class TusController implements OnApplicationShutdown {
  private readonly active = new Set<Promise<unknown>>();

  constructor(
    private readonly links: UploadLinks,
    private readonly orgContext: OrgContext,
    private readonly resumable: ResumableService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpOptions({ body: 'stream' })
  @ApiTusCreate()
  createTusUpload(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('create', mediaId, query, request, reply);
  }

  @Head()
  @HttpOptions({ body: 'stream' })
  @ApiTusHead()
  getTusOffset(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('head', mediaId, query, request, reply);
  }

  @Patch()
  @HttpOptions({ body: 'stream' })
  @ApiTusPatch()
  appendToTusUpload(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('patch', mediaId, query, request, reply);
  }

  @Delete()
  @HttpOptions({ body: 'stream' })
  @ApiTusDelete()
  deleteTusUpload(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('remove', mediaId, query, request, reply);
  }

  private async answer(
    verb: Verb,
    mediaId: string,
    query: Record<string, unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    // The protocol requires it on errors, too.
    void reply.header('tus-resumable', '1.0.0');
    const ticket = this.links.verify(mediaId, query, 'resumable');
    const working = this.orgContext.runCall(ticket.organisationId, 'resumable upload', () =>
      this.resumable[verb](ticket, request),
    );
    this.active.add(working);
    const cancelEnd = closeAtExpiry(request, ticket.endsAt, this.clock);
    try {
      const { status, headers } = await working;
      await reply.status(status).headers(headers).send();
    } finally {
      cancelEnd();
      this.active.delete(working);
    }
  }

  /** Waits until received bytes are stored. The connections are already closed. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.active);
  }
}
