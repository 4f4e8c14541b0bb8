import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MaxPerMinute, NeedsRole } from '../auth/index.js';
import { ApiExamples, ApiPage, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { RunsQuery } from './runs/dto/runs.query.js';
import { SyncRunView } from './runs/dto/sync-run.view.js';
import { TriggerSyncAnswer, TriggerSyncDto } from './dto/trigger-sync.dto.js';
import { KnownChoicesPipe } from './known-choices.pipe.js';
import { RunReader } from './schedule/run-reader.js';
import { SyncService } from './sync.service.js';
import { SYNC_ALL } from './dto/trigger-sync.examples.js';

@ApiTags('Sync')
@Controller('api')
export class SyncController {
  constructor(
    private readonly sync: SyncService,
    private readonly runs: RunReader,
  ) {}

  @Post('sync/trigger')
  @Idempotent()
  @NeedsRole('editor')
  @MaxPerMinute(20)
  @HttpCode(202)
  @ApiOperation({
    summary: 'Start a sync of the connected accounts',
    description:
      'Of every active account, or of the one with `integrationId`. A `platform` or `syncType` that this version does not know is ' +
      'answered with 422, which lists the allowed values.',
  })
  @ApiAcceptedResponse({ type: TriggerSyncAnswer })
  @ApiExamples({ everything: SYNC_ALL })
  async triggerSync(
    @Body(KnownChoicesPipe) { syncType, integrationId }: TriggerSyncDto,
  ): Promise<TriggerSyncAnswer> {
    return { runIds: await this.sync.trigger(syncType, integrationId) };
  }

  @Get('sync/runs')
  @ApiOperation({ summary: 'List sync runs', description: 'The newest run comes first.' })
  @ApiPage(SyncRunView)
  listSyncRuns(@Query() query: RunsQuery): Promise<Page<SyncRunView>> {
    return this.runs.list(query);
  }

  @Get('sync/runs/:runId')
  @ApiOperation({ summary: 'Get a sync run with its progress' })
  @ApiOkResponse({ type: SyncRunView })
  async getSyncRun(@Param('runId') runId: string): Promise<SyncRunView> {
    return await this.runs.view(await this.runs.get(runId));
  }

  @Post('sync/runs/:runId/cancel')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a sync run',
    description:
      'A running one stops before it stores its next part; what is stored stays. Cancelling it again changes nothing. A run that ' +
      'has ended in another way is answered with 409.',
  })
  @ApiOkResponse({ type: SyncRunView })
  async cancelSyncRun(@Param('runId') runId: string): Promise<SyncRunView> {
    return await this.runs.view(await this.sync.cancel(runId));
  }
}
