import { Controller, Get, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TokenExpiry } from '../auth/index.js';
import { sendEvents, SendsEvents } from '../common/index.js';
import { SyncRunStreams } from './sync-run-streams.js';

@ApiTags('Sync')
@Controller('api/sync/runs')
export class SyncRunStreamController {
  constructor(private readonly streams: SyncRunStreams) {}

  @Get('stream')
  @SendsEvents()
  @ApiOperation({
    summary: 'Stream sync runs as server-sent events',
    description:
      'Each event `run` is a run as `GET /api/sync/runs/{runId}` returns it. Runs that are queued or running come at once, then ' +
      'each run whenever it changes. The stream ends when the token expires, and after 15 min at the latest; then the event ' +
      '`end` gives the reason. After a pause, list the runs that you have missed.',
  })
  async streamSyncRuns(
    @TokenExpiry() expiresAt: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return await sendEvents(reply, (gone) => this.streams.open(expiresAt, gone));
  }
}
