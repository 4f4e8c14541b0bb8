import { ApiProperty } from '@nestjs/swagger';
import {
  SYNC_KINDS,
  SYNC_STATUSES,
  SYNC_TRIGGERS,
  type SyncKind,
  type SyncRun,
  type SyncStatus,
  type SyncTrigger,
} from '../sync-run.entity.js';

export class SyncRunView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ enum: SYNC_KINDS, description: 'What the run fetches.' })
  syncType: SyncKind;

  @ApiProperty({
    enum: SYNC_TRIGGERS,
    description: '`cron`: by the schedule. `manual`: by POST /api/sync/trigger.',
  })
  trigger: SyncTrigger;

  @ApiProperty({
    enum: SYNC_STATUSES,
    description:
      'How far the run is. `incomplete`: TikTok cut its list short; what it did list is stored, and the next sync tries again.',
  })
  status: SyncStatus;

  @ApiProperty({ description: 'things stored so far: it grows while the run goes on' })
  items: number;

  @ApiProperty({
    type: 'integer',
    description: 'things left out because TikTok described them so oddly that they could not be stored',
  })
  skipped: number;

  @ApiProperty({ type: String, nullable: true })
  failCode: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'a sentence for a person' })
  failReason: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;
}

export function toRunView(row: SyncRun): SyncRunView {
  const { id, integrationId, kind, trigger, status, items, skipped, failCode, failReason } = row;
  const times = {
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
  return {
    id,
    integrationId,
    syncType: kind,
    trigger,
    status,
    items,
    skipped,
    failCode,
    failReason,
    ...times,
  };
}
