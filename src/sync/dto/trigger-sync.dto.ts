import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { SYNC_KINDS, type SyncKind } from '../sync-run.entity.js';

export class TriggerSyncDto {
  @ApiProperty({ enum: ['tiktok'], description: 'Always `tiktok`.' })
  @IsIn(['tiktok'])
  platform: 'tiktok';

  @ApiProperty({
    enum: ['all', ...SYNC_KINDS],
    description: 'What to fetch. `all`: everything that is listed here.',
  })
  @IsIn(['all', ...SYNC_KINDS])
  syncType: 'all' | SyncKind;
}

export class TriggerSyncAnswer {
  @ApiProperty({
    type: [String],
    description: 'look for them in GET /api/sync/runs; a run under way is not begun again',
  })
  runIds: string[];
}
