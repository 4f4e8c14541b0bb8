import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HealthTopic } from './finding.js';

/** A present finding. It is deleted when its cause is gone. */
@Entity('ad_health_findings')
export class HealthFinding {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  topic: HealthTopic;

  @Column('text', { name: 'object_id' })
  objectId: string;

  @Column('text', { name: 'campaign_id', nullable: true })
  campaignId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  fix: string | null;

  @Column('timestamptz')
  since: Date;

  /** The dedupe key of the notice that reports it. */
  @Column('text', { name: 'notice_key' })
  noticeKey: string;
}
