import { Controller, Get, Headers, Res, type StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerRole, TokenExpiry, type Role } from '../../auth/index.js';
import { sendEvents, SendsEvents } from '../../common/index.js';
import { NotificationStreams } from './notification-streams.js';

@ApiTags('Notifications')
@Controller('api/notifications')
export class NotificationStreamController {
  constructor(private readonly streams: NotificationStreams) {}

  @Get('stream')
  @SendsEvents()
  @ApiOperation({
    summary: 'Stream notifications as server-sent events',
    description:
      'Needs the same headers as every call. The browser’s EventSource cannot send them, so use an SSE client that is ' +
      'built on fetch. The stream ends when the token expires, and after 15 min at the latest. The event `end` gives the ' +
      'reason. Reconnect with `Last-Event-ID` and a valid token.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last event that you received. The stream starts with what came after it.',
  })
  async streamNotifications(
    @Headers('last-event-id') lastEventId: string | undefined,
    @CallerRole() role: Role,
    @TokenExpiry() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return await sendEvents(reply, (gone) => this.streams.openFor(lastEventId, { role, expiresAt }, gone));
  }
}
