import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import { SYNC_KINDS, type SyncKind } from '../sync-kinds.js';
import { SYNC_STATUSES, type SyncStatus } from '../sync-run.entity.js';

export class RunsQuery extends PageQuery {
  /**
   * Only runs of this integration.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /** Only runs of this kind. */
  @IsOptional()
  @IsIn(SYNC_KINDS)
  syncType?: SyncKind;

  /** Only runs with this status. */
  @IsOptional()
  @IsIn(SYNC_STATUSES)
  status?: SyncStatus;
}
