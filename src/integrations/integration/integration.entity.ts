import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const INTEGRATION_STATUSES = ['pending', 'active', 'expired', 'disconnected'] as const;
export type IntegrationStatus = (typeof INTEGRATION_STATUSES)[number];

/** One organisation's connection to one TikTok account. */
@Entity('integrations')
export class Integration {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'credential_id' })
  credentialId: string;

  /** The Business API's credential for the same TikTok account: comments and insights. */
  @Column('uuid', { name: 'account_credential_id', nullable: true })
  accountCredentialId: string | null;

  /** The credential for the ad accounts. */
  @Column('uuid', { name: 'advertiser_credential_id', nullable: true })
  advertiserCredentialId: string | null;

  @Column('text', { name: 'open_id' })
  openId: string;

  @Column('text', { name: 'display_name', nullable: true })
  displayName: string | null;

  @Column('text', { nullable: true })
  username: string | null;

  @Column('text', { name: 'avatar_url', nullable: true })
  avatarUrl: string | null;

  @Column('text')
  status: IntegrationStatus;

  @Column('text', { name: 'status_reason', nullable: true })
  statusReason: string | null;

  /** As the admin UI requested them, scopes of the Business API included. */
  @Column('text', { name: 'requested_scopes', array: true })
  requestedScopes: string[];

  @Column('text', { name: 'granted_scopes', array: true })
  grantedScopes: string[];

  /** When the integration expired; cleared once a reconnect has been handled. */
  @Column('timestamptz', { name: 'expired_at', nullable: true })
  expiredAt: Date | null;

  /** When its data is deleted unless the account is reconnected: the TikTok user has removed the access. */
  @Column('timestamptz', { name: 'purge_at', nullable: true })
  purgeAt: Date | null;

  /** An admin has requested the deletion of its TikTok data. */
  @Column('boolean', { name: 'delete_data', default: false })
  deleteData: boolean;

  /** Why TikTok offers the account no direct messages, in its words; null while it does, or nothing is known. */
  @Column('text', { name: 'messaging_refusal', nullable: true })
  messagingRefusal: string | null;

  @Column('text', { name: 'connected_by' })
  connectedBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** When the row needs work after a change of its state; null for none. See src/jobs. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

/** The credential of each family that the account has granted. */
export function credentialIdsOf(
  integration: Pick<Integration, 'credentialId' | 'accountCredentialId' | 'advertiserCredentialId'>,
): string[] {
  const { credentialId, accountCredentialId, advertiserCredentialId } = integration;
  return [credentialId, accountCredentialId, advertiserCredentialId].filter((id) => id !== null);
}
