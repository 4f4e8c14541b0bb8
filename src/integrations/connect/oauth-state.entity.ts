import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A consent under way. Only the hash of its state is kept: whoever reads the table cannot finish it. */
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

  /** As the admin UI asked. */
  @Column('text', { array: true })
  scopes: string[];

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
