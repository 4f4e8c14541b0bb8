import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TokenExpiry } from '../../auth/index.js';
import { LaunchStreams } from './launch-streams.js';

@ApiTags('Ads')
@Controller('api/ads/launches')
export class LaunchStreamController {
  constructor(private readonly streams: LaunchStreams) {}

  @Get(':launchId/events')
  @Header('cache-control', 'no-store, no-cache, no-transform')
  @Header('x-accel-buffering', 'no')
  // Nothing follows a stream on its connection, so a stopping server need not wait for another request.
  @Header('connection', 'close')
  @ApiOperation({
    summary: 'Stream the progress of a launch as server-sent events',
    description:
      'Each event `launch` is the launch as `GET /api/ads/launches/{launchId}` returns it. The first one comes at once. The ' +
      'stream ends when the launch is over. It also ends when the token expires, and after 15 min at the latest; then the event ' +
      '`end` gives the reason.',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async streamLaunch(
    @Param('launchId') launchId: string,
    @TokenExpiry() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const stream = await this.streams.openFor(launchId, expiresAt, gone.signal);
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}
