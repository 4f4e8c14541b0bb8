import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An ad account that the integration's advertiser credential can use, or could before. */
@Entity('ad_accounts')
export class AdAccount {
  @PrimaryColumn('uuid', { name: 'integration_id' })
  integrationId: string;

  /** 19 digits, as text. */
  @PrimaryColumn('text', { name: 'advertiser_id' })
  advertiserId: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { nullable: true })
  name: string | null;

  /** ISO 4217. */
  @Column('text', { nullable: true })
  currency: string | null;

  /** IANA name. The days of its reports are the days of this zone. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  /** TikTok's own value, e.g. STATUS_ENABLE. */
  @Column('text', { nullable: true })
  status: string | null;

  /** False once the access has been withdrawn. */
  @Column('boolean')
  accessible: boolean;

  @Column('timestamptz', { name: 'refreshed_at' })
  refreshedAt: Date;
}
