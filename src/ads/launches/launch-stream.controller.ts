import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TokenExpiry } from '../../auth/index.js';
import { sendEvents, SendsEvents } from '../../common/index.js';
import { LaunchStreams } from './launch-streams.js';

@ApiTags('Ads')
@Controller('api/ads/launches')
export class LaunchStreamController {
  constructor(private readonly streams: LaunchStreams) {}

  @Get(':launchId/events')
  @SendsEvents()
  @ApiOperation({
    summary: 'Stream the progress of a launch as server-sent events',
    description:
      'Each event `launch` is the launch as `GET /api/ads/launches/{launchId}` returns it. The first one comes at once. The ' +
      'stream ends when the launch is over. It also ends when the token expires, and after 15 min at the latest; then the event ' +
      '`end` gives the reason.',
  })
  async streamLaunch(
    @Param('launchId') launchId: string,
    @TokenExpiry() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return await sendEvents(reply, (gone) => this.streams.openFor(launchId, expiresAt, gone));
  }
}
