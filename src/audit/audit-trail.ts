import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { AdminAction } from './admin-action.entity.js';

export type NewAdminAction = Omit<AdminAction, 'id' | 'organisationId' | 'at' | 'status'>;

const FINISH = `UPDATE admin_actions SET status = $3 WHERE organisation_id = $1 AND id = $2 AND status IS NULL`;
// The entry says that the action began. A crash of PostgreSQL may leave its status unknown.
const LAZY = 'SET LOCAL synchronous_commit = off';

/**
 * Writes the audit trail. The entry is committed before the action begins, so that no action is without one, and gets its
 * status before the caller gets the answer.
 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the entry. @throws Error when it cannot be written: the action must then not begin */
  async begin(action: NewAdminAction): Promise<string> {
    const { organisationId } = this.orgContext;
    return await this.orgContext.transaction((em) =>
      this.write(em, { ...action, organisationId, status: null }),
    );
  }

  async finish(id: string, status: number): Promise<void> {
    await this.orgContext.transaction(async (em) => {
      await em.query(LAZY);
      await em.query(FINISH, [this.orgContext.organisationId, id, status]);
    });
  }

  /** Writes an action in the transaction that does it. */
  async write(em: EntityManager, action: Omit<AdminAction, 'id' | 'at'>): Promise<string> {
    const id = newId();
    await em.getRepository(AdminAction).insert({ ...action, id, at: this.clock.now() });
    return id;
  }
}
