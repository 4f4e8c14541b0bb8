import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CREDENTIAL_FAMILIES = ['login', 'account', 'advertiser'] as const;
export type CredentialFamily = (typeof CREDENTIAL_FAMILIES)[number];

/** One token family of one TikTok identity. Belongs to no organisation: those that connect the same account share it. */
@Entity('credentials')
export class Credential {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  family: CredentialFamily;

  /** The client key of our app; tokens are bound to it. */
  @Column('text', { name: 'app_id' })
  appId: string;

  /** TikTok's id of whose tokens these are: an open_id for `login`. */
  @Column('text')
  subject: string;

  /** Encrypted, see `token-cipher.ts`. */
  @Column('text', { name: 'access_token' })
  accessToken: string;

  /** Null for `advertiser`: such a token has no end and no refresh. */
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

  /** When TikTok refused the refresh token for good; null while it works. */
  @Column('timestamptz', { name: 'rejected_at', nullable: true })
  rejectedAt: Date | null;

  @Column('text', { name: 'rejected_reason', nullable: true })
  rejectedReason: string | null;

  /** Since when it cannot be decrypted here; null while it can. See `unreadable-tokens.ts`. */
  @Column('timestamptz', { name: 'unreadable_since', nullable: true })
  unreadableSince: Date | null;

  /** Refreshes in a row that did not go through. */
  @Column('integer', { name: 'refresh_failures', default: 0 })
  refreshFailures: number;

  /** Not before: TikTok is not asked again and again while it does not answer. */
  @Column('timestamptz', { name: 'refresh_retry_at', nullable: true })
  refreshRetryAt: Date | null;

  /** When the refresh was begun that has not come to its end, if one has not. See `refresh-mark.ts`. */
  @Column('timestamptz', { name: 'refresh_started_at', nullable: true })
  refreshStartedAt: Date | null;

  /** The process that began it. */
  @Column('uuid', { name: 'refresh_owner', nullable: true })
  refreshOwner: string | null;

  /** The attempt that may ask TikTok for a new pair now. See `refresh-leases.ts`. */
  @Column('uuid', { name: 'refresh_lease', nullable: true })
  refreshLease: string | null;

  /** By the clock of PostgreSQL. */
  @Column('timestamptz', { name: 'refresh_lease_until', nullable: true })
  refreshLeaseUntil: Date | null;

  /** What TikTok said to the latest refresh when that was a refusal, as `family/code`; null for other trouble. */
  @Column('text', { name: 'refresh_refusal', nullable: true })
  refreshRefusal: string | null;

  /** When it wants to be refreshed by itself. See src/jobs. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}
