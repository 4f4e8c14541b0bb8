import { Injectable } from '@nestjs/common';
import { endOfMoment, startOfMoment, type Page } from '../common/index.js';
import { OrgContext, OrgLists, type Condition, type ListOf } from '../database/index.js';
import { AdminAction } from './admin-action.entity.js';
import { hashedTarget } from './audit-targets.js';
import { toAdminActionView, type AdminActionView } from './dto/admin-action.view.js';
import type { AdminActionsQuery } from './dto/admin-actions.query.js';

const NEWEST_FIRST: ListOf<AdminAction> = {
  entity: AdminAction,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** Reads the audit trail of the organisation. */
@Injectable()
export class AuditLists {
  constructor(
    private readonly lists: OrgLists,
    private readonly orgContext: OrgContext,
  ) {}

  page(query: AdminActionsQuery): Promise<Page<AdminActionView>> {
    const { actor, action, target, from, to } = query;
    const conditions: Condition[] = [];
    if (actor !== undefined) conditions.push(['actor_id = ?', actor]);
    if (action !== undefined) conditions.push(['action = ?', action]);
    if (target !== undefined) conditions.push([TARGETS, this.namesOf(target)]);
    if (from !== undefined) conditions.push(['at >= ?', startOfMoment(from)]);
    if (to !== undefined) conditions.push(['at < ?', endOfMoment(to)]);
    return this.lists.page(NEWEST_FIRST, query, toAdminActionView, conditions);
  }

  /** The id of a person is stored as its hash. */
  private namesOf(target: string): string[] {
    return [target, hashedTarget(this.orgContext.organisationId, target)];
  }
}

const TARGETS = `EXISTS (SELECT FROM jsonb_array_elements(targets) t WHERE t ->> 'id' = ANY (?::text[]))`;
