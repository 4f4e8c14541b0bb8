import { IsOptional, IsString, IsUUID } from 'class-validator';
import type { SyncKind } from '../runs/sync-kinds.js';

export class TriggerSyncDto {
  /** Always `tiktok`. */
  @IsString()
  platform: 'tiktok';

  /** What to fetch. `all`: every kind that this list names and the account allows. */
  @IsString()
  syncType: 'all' | SyncKind;

  /**
   * Only this integration. Without it: every connected account.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}

export class TriggerSyncAnswer {
  /** Follow the runs with GET /api/sync/runs. A run that is already in progress is not started again. */
  runIds: string[];
}
