import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CREDENTIAL_FAMILIES = ['login', 'account', 'advertiser'] as const;
export type CredentialFamily = (typeof CREDENTIAL_FAMILIES)[number];

/** Identifies whose tokens a credential holds. */
export interface CredentialIdentity {
  family: CredentialFamily;
  appId: string;
  subject: string;
}

/** One token family of one TikTok identity. Organisations that connect the same account share it. */
@Entity('credentials')
export class Credential {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  family: CredentialFamily;

  /** The client key of our app; tokens are bound to it. */
  @Column('text', { name: 'app_id' })
  appId: string;

  /** TikTok's id of the token's owner: an open_id for `login`. */
  @Column('text')
  subject: string;

  /** Encrypted, see `token-cipher.ts`. */
  @Column('text', { name: 'access_token' })
  accessToken: string;

  /** Null for `advertiser`: such a token never expires and has no refresh. */
  @Column('text', { name: 'refresh_token', nullable: true })
  refreshToken: string | null;

  @Column('text', { array: true })
  scopes: string[];

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'access_expires_at', nullable: true })
  accessExpiresAt: Date | null;

  @Column('timestamptz', { name: 'refresh_expires_at', nullable: true })
  refreshExpiresAt: Date | null;

  /** When TikTok rejected the refresh token permanently; null while it works. */
  @Column('timestamptz', { name: 'rejected_at', nullable: true })
  rejectedAt: Date | null;

  @Column('text', { name: 'rejected_reason', nullable: true })
  rejectedReason: string | null;

  /** When decryption first failed; null while it works. See `unreadable-tokens.ts`. */
  @Column('timestamptz', { name: 'unreadable_since', nullable: true })
  unreadableSince: Date | null;

  /** Failed refreshes in a row. */
  @Column('integer', { name: 'refresh_failures', default: 0 })
  refreshFailures: number;

  /** The earliest next refresh after a failure, so that an unavailable TikTok is not flooded. */
  @Column('timestamptz', { name: 'refresh_retry_at', nullable: true })
  refreshRetryAt: Date | null;

  /** When a refresh began that has not finished. See `refresh-mark.ts`. */
  @Column('timestamptz', { name: 'refresh_started_at', nullable: true })
  refreshStartedAt: Date | null;

  /** The process that began that refresh. */
  @Column('uuid', { name: 'refresh_owner', nullable: true })
  refreshOwner: string | null;

  /** The attempt that may ask TikTok for a new pair now. See `refresh-leases.ts`. */
  @Column('uuid', { name: 'refresh_lease', nullable: true })
  refreshLease: string | null;

  /** By PostgreSQL's clock. */
  @Column('timestamptz', { name: 'refresh_lease_until', nullable: true })
  refreshLeaseUntil: Date | null;

  /** TikTok's rejection of the latest refresh, as `family/code`; null when it failed otherwise. */
  @Column('text', { name: 'refresh_refusal', nullable: true })
  refreshRefusal: string | null;

  /** When the background refreshes it. See src/jobs. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}
