import { IsIn } from 'class-validator';
import { SYNC_KINDS, type SyncKind } from '../runs/sync-kinds.js';

export class TriggerSyncDto {
  /** Always `tiktok`. */
  @IsIn(['tiktok'])
  platform: 'tiktok';

  /** What to fetch. `all`: every kind that this list names. */
  @IsIn(['all', ...SYNC_KINDS])
  syncType: 'all' | SyncKind;
}

export class TriggerSyncAnswer {
  /** Follow the runs with GET /api/sync/runs. A run that is already in progress is not started again. */
  runIds: string[];
}
