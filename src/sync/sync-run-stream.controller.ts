import { Controller, Get, Header, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TokenExpiry } from '../auth/index.js';
import { SyncRunStreams } from './sync-run-streams.js';

@ApiTags('Sync')
@Controller('api/sync/runs')
export class SyncRunStreamController {
  constructor(private readonly streams: SyncRunStreams) {}

  @Get('stream')
  @Header('cache-control', 'no-store, no-cache, no-transform')
  @Header('x-accel-buffering', 'no')
  // Nothing follows a stream on its connection, so a stopping server need not wait for another request.
  @Header('connection', 'close')
  @ApiOperation({
    summary: 'Stream sync runs as server-sent events',
    description:
      'Each event `run` is a run as `GET /api/sync/runs/{runId}` returns it. Runs that are queued or running come at once, then ' +
      'each run whenever it changes. The stream ends when the token expires, and after 15 min at the latest; then the event ' +
      '`end` gives the reason. After a pause, list the runs that you have missed.',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  streamSyncRuns(
    @TokenExpiry() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const stream = this.streams.open(expiresAt, gone.signal);
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}
