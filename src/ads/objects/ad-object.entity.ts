import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdFamily, AdLevel, AdRow, OperationStatus } from '../../tiktok/index.js';

/** Our copy of a campaign, ad group or ad. Null: TikTok has not sent the value. */
@Entity('ad_objects')
export class AdObject {
  @PrimaryColumn('text', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('text', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text')
  level: AdLevel;

  /** TikTok's id, as text. */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  family: AdFamily;

  @Column('text', { name: 'campaign_id', nullable: true })
  campaignId: string | null;

  @Column('text', { name: 'ad_group_id', nullable: true })
  adGroupId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  objective: string | null;

  @Column('text', { name: 'operation_status', nullable: true })
  operationStatus: OperationStatus | null;

  /** TikTok's own value, e.g. AD_STATUS_AUDIT. */
  @Column('text', { name: 'secondary_status', nullable: true })
  secondaryStatus: string | null;

  @Column('text', { name: 'budget_mode', nullable: true })
  budgetMode: string | null;

  /** A decimal, as text. */
  @Column('numeric', { nullable: true })
  budget: string | null;

  /** The object in TikTok's words. */
  @Column('jsonb')
  data: AdRow;

  @Column('timestamptz', { name: 'created_at', nullable: true })
  createdAt: Date | null;

  /** When we first saw its two statuses as they are. Null: before we kept this. */
  @Column('timestamptz', { name: 'status_since', nullable: true })
  statusSince: Date | null;

  /** When TikTok sent it. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}
