import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/index.js';
import { isId, NotFoundError, sendPart } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { MediaLinks } from './media-links.js';
import { MediaStore } from './media-store.js';

const FIND = `
  SELECT file, media_type AS type, bytes, stored_at AS "storedAt" FROM message_media WHERE id = $1 AND organisation_id = $2 AND status = 'available'`;

interface StoredFile {
  file: string;
  type: string;
  bytes: number;
  storedAt: Date;
}

/** Shows pictures and videos of direct messages at signed links, so that a browser needs no token for them. */
@ApiTags('CRM inbox')
@Controller('media/messages')
@Public()
export class MediaController {
  constructor(
    private readonly links: MediaLinks,
    private readonly orgContext: OrgContext,
    private readonly store: MediaStore,
  ) {}

  @Get(':messageMediaId')
  @ApiOperation({
    summary: 'Get a picture or video of a direct message',
    description:
      '`media.url` of a message is this address with its signature. A header `Range` with one range of bytes gets status 206 ' +
      'with that part, or 416 if the file is shorter. `If-None-Match` with the current `ETag` gets status 304.',
  })
  @ApiQuery({ name: 'org', description: 'The organisation of the message.', schema: { type: 'string' } })
  @ApiQuery({
    name: 'expires',
    description: 'When the link expires, in Unix seconds.',
    schema: { type: 'string' },
  })
  @ApiQuery({ name: 'signature', description: 'The signature of the link.', schema: { type: 'string' } })
  @ApiProduces('image/jpeg', 'image/png', 'image/webp', 'image/gif', 'video/mp4')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getMessageMedia(
    @Param('messageMediaId') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const organisationId = this.links.verify(id, query);
    const found = isId(id) ? await this.find(id, organisationId) : undefined;
    if (!found) throw new NotFoundError('not_found', 'The picture or video was deleted.');
    const { file, type, bytes, storedAt } = found;
    // A stored file never changes.
    const etag = `"${file}"`;
    void reply.headers({
      'cache-control': 'private, max-age=3600',
      'accept-ranges': 'bytes',
      etag,
      'last-modified': storedAt.toUTCString(),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    if (request.headers['if-none-match'] === etag) return await reply.status(304).send();
    await sendPart(request, reply, {
      etag,
      bytes,
      read: (first, last) => this.store.read(file, first, last),
      headers: { 'content-type': type },
    });
  }

  private async find(id: string, organisationId: string): Promise<StoredFile | undefined> {
    return await this.orgContext.run(organisationId, 'show a picture of a message', async () => {
      const [row] = await this.orgContext.transaction((em) =>
        queryRows<StoredFile>(em, FIND, [id, organisationId]),
      );
      return row;
    });
  }
}
