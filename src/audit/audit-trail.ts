import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '../common/index.js';
import { OrgContext, OrgWriter } from '../database/index.js';
import type { AdminAction } from './admin-action.entity.js';

export type NewAdminAction = Omit<AdminAction, 'id' | 'organisationId' | 'at' | 'status'>;

const INSERT = `
  INSERT INTO admin_actions (id, organisation_id, action, actor_id, actor_name, role, targets, at, status, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const FINISH = `UPDATE admin_actions SET status = $3 WHERE organisation_id = $1 AND id = $2 AND status IS NULL`;

/**
 * Writes the audit trail. The entry is committed before the action begins, so that no action is without one, and gets its
 * status before the caller gets the answer.
 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly writer: OrgWriter,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the entry. @throws Error when it cannot be written: the action must then not begin */
  async begin(action: NewAdminAction): Promise<string> {
    const id = newId();
    const { organisationId } = this.orgContext;
    await this.writer.statement(INSERT, this.valuesOf(id, { ...action, organisationId, status: null }));
    return id;
  }

  /** The entry says that the action began, so a crash of PostgreSQL may leave its status unknown. */
  async finish(id: string, status: number): Promise<void> {
    await this.writer.statement(FINISH, [this.orgContext.organisationId, id, status], { lazy: true });
  }

  /** Writes an action in the transaction that does it. */
  async write(em: EntityManager, action: Omit<AdminAction, 'id' | 'at'>): Promise<void> {
    await em.query(INSERT, this.valuesOf(newId(), action));
  }

  private valuesOf(id: string, action: Omit<AdminAction, 'id' | 'at'>): unknown[] {
    const { organisationId, actorId, actorName, role, targets, status, requestId } = action;
    const at = this.clock.now();
    const object = JSON.stringify(targets);
    return [id, organisationId, action.action, actorId, actorName, role, object, at, status, requestId];
  }
}
