import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import { SYNC_KINDS, type SyncKind } from '../../runs/sync-kinds.js';
import { SCHEDULE_STATES, type ScheduleState } from '../schedule-list.sql.js';

export class SchedulesQuery extends PageQuery {
  /**
   * Only schedules of this integration.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /** Only schedules of this kind. */
  @IsOptional()
  @IsIn(SYNC_KINDS)
  syncType?: SyncKind;

  /** Only schedules in this state. */
  @IsOptional()
  @IsIn(SCHEDULE_STATES)
  state?: ScheduleState;
}
