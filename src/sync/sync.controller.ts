import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MaxPerMinute, NeedsRole } from '../auth/index.js';
import { ApiPage, PageQuery, type Page } from '../common/index.js';
import { Idempotent } from '../idempotency/index.js';
import { SyncRunView } from './runs/dto/sync-run.view.js';
import { TriggerSyncAnswer, TriggerSyncDto } from './dto/trigger-sync.dto.js';
import { SyncRuns } from './runs/sync-runs.js';
import { SyncService } from './sync.service.js';

@ApiTags('Sync')
@Controller('api')
export class SyncController {
  constructor(
    private readonly sync: SyncService,
    private readonly runs: SyncRuns,
  ) {}

  @Post('sync/trigger')
  @Idempotent()
  @NeedsRole('editor')
  @MaxPerMinute(20)
  @HttpCode(202)
  @ApiOperation({ summary: 'Start a sync of every connected account' })
  @ApiAcceptedResponse({ type: TriggerSyncAnswer })
  async triggerSync(@Body() { syncType }: TriggerSyncDto): Promise<TriggerSyncAnswer> {
    return { runIds: await this.sync.trigger(syncType) };
  }

  @Get('sync/runs')
  @ApiOperation({ summary: 'List sync runs', description: 'The newest run comes first.' })
  @ApiPage(SyncRunView)
  listSyncRuns(@Query() query: PageQuery): Promise<Page<SyncRunView>> {
    return this.runs.list(query);
  }
}
