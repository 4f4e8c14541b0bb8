import { Controller, Get, Headers, Res, type StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TokenExpiry } from '../../auth/index.js';
import { sendEvents, SendsEvents } from '../../common/index.js';
import { InboxStreams } from './inbox-streams.js';

@ApiTags('CRM inbox')
@Controller('api/crm')
export class InboxStreamController {
  constructor(private readonly streams: InboxStreams) {}

  @Get('stream')
  @SendsEvents()
  @ApiOperation({
    summary: 'Stream changes of conversations as server-sent events',
    description:
      'Each event `conversation` is a conversation as the list returns it, whenever it changes. Of several changes in a ' +
      'short time, the latest is sent. The stream ends when the token expires, and after 15 min at the latest. The event ' +
      '`end` gives the reason. Reconnect with `Last-Event-ID` and a valid token.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last event that you received. The stream starts with what changed after it.',
  })
  async streamConversations(
    @Headers('last-event-id') lastEventId: string | undefined,
    @TokenExpiry() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return await sendEvents(reply, (gone) => this.streams.openFor(lastEventId, expiresAt, gone));
  }
}
