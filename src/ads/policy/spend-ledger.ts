import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { OperationStatus, WireBody } from '../../tiktok/index.js';
import type { MadeEdit, SpendEdit } from './spend-edit.js';

// A change that is sent or unknown has no end yet.
const CHANGES = `
  SELECT level, object_id AS id, body, state, finished_at AS "finishedAt" FROM ad_changes
  WHERE organisation_id = $1 AND account_id = ANY($2) AND action IN ('status', 'update') AND level IN ('campaign', 'ad_group')
    AND object_id IS NOT NULL AND state IN ('sent', 'unknown', 'succeeded') AND (finished_at IS NULL OR finished_at > $3)
  ORDER BY coalesce(finished_at, 'infinity'), id`;
const RESERVED = `
  SELECT edits FROM ad_spend_reservations
  WHERE organisation_id = $1 AND account_id = ANY($2) AND expires_at > $3`;
const RESERVE = `
  INSERT INTO ad_spend_reservations (id, organisation_id, account_id, edits, expires_at) VALUES ($1, $2, $3, $4, $5)`;
const FORGET = 'DELETE FROM ad_spend_reservations WHERE organisation_id = $1 AND expires_at <= $2';

/** Copies are read again long before. */
const LOOK_BACK_SECONDS = 3600;
/** Longer than a request. Only the reservation of a killed process lasts until then. */
const RESERVED_FOR_SECONDS = 300;

/** Changes of the spend that our copies may not show. */
export interface Edits {
  made: MadeEdit[];
  /** It is not known yet whether they are made. */
  pending: SpendEdit[];
}

interface ChangeRow {
  level: SpendEdit['level'];
  id: string;
  body: WireBody;
  state: string;
  finishedAt: Date | null;
}

/** Knows the spend that is on its way: reservations, and changes in the journal. */
@Injectable()
export class SpendLedger {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  async read(em: EntityManager, accountIds: readonly string[]): Promise<Edits> {
    const { organisationId } = this.orgContext;
    const since = this.clock.inSeconds(-LOOK_BACK_SECONDS);
    const now = this.clock.now();
    const changes = await queryRows<ChangeRow>(em, CHANGES, [organisationId, accountIds, since]);
    const reserved = await queryRows<{ edits: SpendEdit[] }>(em, RESERVED, [organisationId, accountIds, now]);
    const open = changes.filter(({ state }) => state !== 'succeeded').map(toEdit);
    return {
      made: changes.flatMap((change) =>
        change.state === 'succeeded' && change.finishedAt !== null
          ? [{ ...toEdit(change), at: change.finishedAt }]
          : [],
      ),
      pending: [...reserved.flatMap(({ edits }) => edits), ...open],
    };
  }

  /** @returns the id by which it is released */
  async reserve(em: EntityManager, accountId: string, edits: readonly SpendEdit[]): Promise<string> {
    const { organisationId } = this.orgContext;
    const id = newId();
    await em.query(FORGET, [organisationId, this.clock.now()]);
    const expiresAt = this.clock.inSeconds(RESERVED_FOR_SECONDS);
    await em.query(RESERVE, [id, organisationId, accountId, JSON.stringify(edits), expiresAt]);
    return id;
  }

  async release(id: string): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.query('DELETE FROM ad_spend_reservations WHERE id = $1', [id]),
    );
  }
}

function toEdit({ level, id, body }: ChangeRow): SpendEdit {
  const { operation_status: status, budget, schedule_start_time: start, schedule_end_time: end } = body;
  return {
    level,
    id,
    ...(typeof status === 'string' && { status: status as OperationStatus }),
    ...((typeof budget === 'number' || typeof budget === 'string') && { budget: String(budget) }),
    ...(typeof start === 'string' && { start }),
    ...(typeof end === 'string' && { end }),
    ...(body.budget_auto_adjust_strategy === 'AUTO_BUDGET_INCREASE' && { rises: true }),
  };
}
