import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SyncPolicy } from '../../config/index.js';

/** What an organisation has set itself. The service's defaults apply to the rest. */
export type OwnSyncPolicy = Partial<SyncPolicy>;

/** How often an organisation wants its figures read. */
@Entity('sync_policies')
export class SyncPolicyRow {
  @PrimaryColumn('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('jsonb')
  policy: OwnSyncPolicy;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('text', { name: 'updated_by' })
  updatedBy: string;
}
