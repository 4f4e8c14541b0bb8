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

  /** Of the Business API for the same TikTok account: comments and insights. */
  @Column('uuid', { name: 'account_credential_id', nullable: true })
  accountCredentialId: string | null;

  /** Of the ad accounts. */
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

  /** As the admin UI asked, scopes of the Business API included. */
  @Column('text', { name: 'requested_scopes', array: true })
  requestedScopes: string[];

  @Column('text', { name: 'granted_scopes', array: true })
  grantedScopes: string[];

  /** When it stopped working; kept until somebody connects it again. */
  @Column('timestamptz', { name: 'expired_at', nullable: true })
  expiredAt: Date | null;

  /** When its data is deleted unless somebody connects it again: the user has taken the access away. */
  @Column('timestamptz', { name: 'purge_at', nullable: true })
  purgeAt: Date | null;

  /** Somebody has asked for its TikTok data to be deleted. */
  @Column('boolean', { name: 'delete_data', default: false })
  deleteData: boolean;

  @Column('text', { name: 'connected_by' })
  connectedBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** When what its state brings with it wants to be done; null for nothing. See src/jobs. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

/** Of each family that has been consented to. */
export function credentialIdsOf(
  integration: Pick<Integration, 'credentialId' | 'accountCredentialId' | 'advertiserCredentialId'>,
): string[] {
  const { credentialId, accountCredentialId, advertiserCredentialId } = integration;
  return [credentialId, accountCredentialId, advertiserCredentialId].filter((id) => id !== null);
}
