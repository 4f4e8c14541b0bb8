import { Controller, Get, Header, Headers, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerRole, TokenEnd, type Role } from '../../auth/index.js';
import { NotificationStreams } from './notification-streams.js';

@ApiTags('Notifications')
@Controller('api/notifications')
export class NotificationStreamController {
  constructor(private readonly streams: NotificationStreams) {}

  @Get('stream')
  @Header('cache-control', 'no-store, no-cache, no-transform')
  @Header('x-accel-buffering', 'no')
  // A stream is the last thing on its connection, so a stopping server need not wait for another request on it.
  @Header('connection', 'close')
  @ApiOperation({
    summary: 'Notifications as they come, as server-sent events',
    description:
      'Needs the same headers as every call, which the browser’s EventSource cannot send: use an SSE client that is ' +
      'built on fetch. Ends with the token, and after 15 minutes at the latest, with the event `end`, which says why; ' +
      'connect again with Last-Event-ID and a valid token.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'tell what came after this one first' })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async streamNotifications(
    @Headers('last-event-id') lastEventId: string | undefined,
    @CallerRole() role: Role,
    @TokenEnd() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const stream = await this.streams.openFor(lastEventId, { role, expiresAt }, gone.signal);
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}
