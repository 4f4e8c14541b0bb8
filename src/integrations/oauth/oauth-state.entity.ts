import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CredentialFamily } from '../integration/credential.entity.js';

/** A consent under way. Only the hash of its state is stored, so a reader of the table cannot finish it. */
@Entity('oauth_states')
export class OAuthState {
  @PrimaryColumn('bytea', { name: 'state_hash' })
  stateHash: Buffer;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('text', { name: 'return_url' })
  returnUrl: string;

  /** As the admin UI requested them. */
  @Column('text', { array: true })
  scopes: string[];

  @Column('text')
  family: CredentialFamily;

  /** The integration to reconnect; null for any account. */
  @Column('uuid', { name: 'integration_id', nullable: true })
  integrationId: string | null;

  /** True if another account than that integration's is accepted. */
  @Column('boolean', { name: 'allow_different' })
  allowDifferent: boolean;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  /** Hash of the answer that used the state up: another answer is refused. */
  @Column('bytea', { name: 'answer_hash', nullable: true })
  answerHash: Buffer | null;

  /** The connected integration, written with its tokens. */
  @Column('uuid', { name: 'outcome_integration_id', nullable: true })
  outcomeIntegrationId: string | null;

  /** The reason if nothing was connected. */
  @Column('text', { name: 'outcome_code', nullable: true })
  outcomeCode: string | null;
}
