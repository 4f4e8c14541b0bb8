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
import { ApiConsumes, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limited, Public } from '../../../auth/index.js';
import { Clock } from '../../../common/index.js';
import { OrgContext } from '../../../database/index.js';
import { endInTime } from '../end-in-time.js';
import { UploadLinks } from '../upload-links.js';
import { ResumableService } from './resumable.service.js';

type Verb = 'create' | 'head' | 'patch' | 'remove';

/** Resumable uploads at signed links. The link is the permission, and the address of the upload from its creation on. */
@ApiTags('Publishing')
@ApiHeader({ name: 'Tus-Resumable', required: true, schema: { enum: ['1.0.0'] } })
@Controller('uploads/:mediaId/tus')
@Public()
@Limited('upload')
export class TusController implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly links: UploadLinks,
    private readonly orgContext: OrgContext,
    private readonly resumable: ResumableService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ summary: 'tus: begin an upload of Upload-Length bytes; the Location is this same link' })
  @ApiResponse({ status: 201, description: 'with Location, and Upload-Expires' })
  create(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('create', mediaId, query, request, reply);
  }

  @Head()
  @ApiOperation({ summary: 'tus: how far it is, in Upload-Offset; after the last byte too' })
  @ApiResponse({ status: 200, description: 'with Upload-Offset and Upload-Length' })
  head(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('head', mediaId, query, request, reply);
  }

  @Patch()
  @ApiOperation({
    summary: 'tus: send bytes from Upload-Offset on; with the last one the publication is ready',
  })
  @ApiConsumes('application/offset+octet-stream')
  @ApiResponse({ status: 204, description: 'with Upload-Offset' })
  patch(
    @Param('mediaId') mediaId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer('patch', mediaId, query, request, reply);
  }

  @Delete()
  @ApiOperation({ summary: 'tus: give the upload up; another one may begin at the same link' })
  @ApiResponse({ status: 204 })
  remove(
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
    // Also on refusals, as the protocol wants it.
    void reply.header('tus-resumable', '1.0.0');
    const ticket = this.links.verify(mediaId, query, 'resumable');
    const working = this.orgContext.runCall(ticket.organisationId, 'resumable upload', () =>
      this.resumable[verb](ticket, request),
    );
    this.underWay.add(working);
    const cancelEnd = endInTime(request, ticket.endsAt, this.clock);
    try {
      const { status, headers } = await working;
      await reply.status(status).headers(headers).send();
    } finally {
      cancelEnd();
      this.underWay.delete(working);
    }
  }

  /** The connections are closed by now: what has arrived is kept before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }
}
