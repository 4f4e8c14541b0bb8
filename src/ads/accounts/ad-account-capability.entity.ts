import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What only a write can show: whether TikTok lets the account create Upgraded Smart+ campaigns. */
export const NOTED_CAPABILITIES = ['smart_plus'] as const;
export type NotedCapability = (typeof NOTED_CAPABILITIES)[number];

/** What TikTok's last answer to such a write was. */
@Entity('ad_account_capabilities')
export class AdAccountCapability {
  @PrimaryColumn('text', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('text', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text')
  capability: NotedCapability;

  @Column('boolean')
  allowed: boolean;

  /** TikTok's code of the refusal. */
  @Column('text', { nullable: true })
  code: string | null;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt: Date;
}
