import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const SPARK_STATUSES = ['authorizing', 'authorized', 'failed', 'unbound'] as const;
export type SparkStatus = (typeof SPARK_STATUSES)[number];

/** What TikTok says about an authorised post. */
export interface SparkDetails {
  /** AUTHORIZED, EXPIRED or CANCELED. */
  authStatus: string | null;
  itemType: string | null;
  text: string | null;
  creatorName: string | null;
  identityId: string | null;
  identityType: string | null;
  coverUrl: string | null;
}

/** A creator's post that an ad account may promote, by the creator's code. */
@Entity('ad_spark_posts')
export class SparkPostRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  /** SHA-256 of the code: it recognises a repeated one, and cannot be used. */
  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  /** `authorizing`: TikTok has not confirmed it. */
  @Column('text')
  status: SparkStatus;

  /** TikTok's id of the post. */
  @Column('text', { name: 'item_id', nullable: true })
  itemId: string | null;

  @Column('jsonb', { nullable: true })
  details: SparkDetails | null;

  @Column('timestamptz', { name: 'authorized_until', nullable: true })
  authorizedUntil: Date | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
