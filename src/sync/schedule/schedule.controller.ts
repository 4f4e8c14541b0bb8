import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '../../common/index.js';
import { ScheduleView } from './dto/schedule.view.js';
import { SchedulesQuery } from './dto/schedules.query.js';
import { ScheduleReader } from './schedule-reader.js';

@ApiTags('Sync')
@Controller('api/sync/schedules')
export class ScheduleController {
  constructor(private readonly schedules: ScheduleReader) {}

  @Get()
  @ApiOperation({
    summary: 'List when each account and kind is synced',
    description:
      'Also why an account is not synced, and what an admin can do about it. Each has its latest run.',
  })
  @ApiPage(ScheduleView)
  listSyncSchedules(@Query() query: SchedulesQuery): Promise<Page<ScheduleView>> {
    return this.schedules.list(query);
  }
}
