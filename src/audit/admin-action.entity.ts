import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../auth/index.js';
import type { AuditTarget } from './audit-targets.js';

/** One call that changed something, or tried to. PostgreSQL refuses every update but that of a missing status. */
@Entity('admin_actions')
export class AdminAction {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  /** The operation id of the OpenAPI document. */
  @Column('text')
  action: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  /** As the token names the user; null if it does not. */
  @Column('text', { name: 'actor_name', nullable: true })
  actorName: string | null;

  /** The role in the token; null where the user came back from TikTok, without a token. */
  @Column('text', { nullable: true })
  role: Role | null;

  @Column('jsonb')
  targets: AuditTarget[];

  @Column('timestamptz')
  at: Date;

  /** Of the answer; null while the call runs, and if its process ended before it answered. */
  @Column('smallint', { nullable: true })
  status: number | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;
}
