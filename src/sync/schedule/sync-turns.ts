import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { SYNC_KINDS } from '../runs/sync-kinds.js';
import { intervalsOf } from './kind-intervals.js';

/** Organisations that one batch serves. */
export const TURNS_PER_BATCH = 50;
/** Due schedules that one turn takes. Organisations with more of them wait for their next turn. */
export const SHARE_PER_TURN = 5;
/** Open runs of an organisation beyond these, as a sync of all its accounts starts them, take no room from others. */
export const MOST_OPEN_PER_ORGANISATION = 50;
// Runs beyond these come due later, so they do not delay the next ones.
const SOON_SECONDS = 60;

const OPEN = `
  SELECT organisation_id, count(*) AS open FROM sync_runs
  WHERE status IN ('queued', 'running') AND due_at <= now() + make_interval(secs => ${SOON_SECONDS})
  GROUP BY organisation_id`;

const WAITING = `
  SELECT coalesce(sum(least(open, ${MOST_OPEN_PER_ORGANISATION})), 0)::int AS waiting FROM (${OPEN}) AS each`;

// An organisation with enough open runs keeps its turn until some have ended.
const TURNS = `
  WITH busy AS (SELECT organisation_id FROM (${OPEN}) AS each WHERE open >= ${MOST_OPEN_PER_ORGANISATION})
  SELECT organisation_id AS id FROM sync_turns
  WHERE turn_at <= $1 AND organisation_id NOT IN (SELECT organisation_id FROM busy)
  ORDER BY turn_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

// A schedule moves to its kind's next slot in case its run is lost; the run itself sets a better time when it ends. Nothing is
// planned for an integration that is not active, until it is connected again. The unique indexes of runs decide between
// concurrent inserts: one open run per integration and kind, and one per slot.
const CLAIM = `
  WITH mine AS (
    SELECT s.integration_id, s.kind, s.organisation_id, s.due_at, i.status = 'active' AS is_active
    FROM unnest($1::text[]) AS turn (organisation_id)
    CROSS JOIN LATERAL (
      SELECT * FROM sync_schedules
      WHERE organisation_id = turn.organisation_id AND due_at <= $2 AND kind = ANY($3)
      ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED
    ) AS s
    JOIN integrations i ON i.id = s.integration_id
  ), queued AS (
    INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, slot, status, due_at)
    SELECT new_id(), organisation_id, integration_id, kind, 'cron', due_at, 'queued', now() FROM mine
    WHERE is_active AND NOT EXISTS (
      SELECT FROM sync_runs r
      WHERE r.integration_id = mine.integration_id AND r.kind = mine.kind AND r.status IN ('queued', 'running'))
    ORDER BY integration_id, kind
    ON CONFLICT DO NOTHING RETURNING id
  ), moved AS (
    UPDATE sync_schedules AS s
    SET due_at = CASE WHEN is_active THEN $2::timestamptz + make_interval(hours => ($5::jsonb ->> mine.kind)::int) END
    FROM mine WHERE s.integration_id = mine.integration_id AND s.kind = mine.kind
    RETURNING s.kind
  )
  SELECT (SELECT count(*) FROM queued)::int AS queued, (SELECT count(*) FROM moved)::int AS claimed`;

// Sees the schedules as the claim has left them. An organisation with more due ones is served again after all others.
const NEXT_TURNS = `
  UPDATE sync_turns AS t SET turn_at = CASE WHEN n.due_at IS NULL THEN 'infinity' ELSE greatest(n.due_at, $2) END
  FROM unnest($1::text[]) AS turn (organisation_id)
  LEFT JOIN LATERAL (
    SELECT due_at FROM sync_schedules
    WHERE organisation_id = turn.organisation_id AND due_at IS NOT NULL AND kind = ANY($3)
    ORDER BY due_at LIMIT 1
  ) AS n ON true
  WHERE t.organisation_id = turn.organisation_id`;

/** What one batch has done. */
export interface Batch {
  organisations: number;
  /** Schedules that moved to their next slot. */
  claimed: number;
  /** New runs. */
  queued: number;
}

/**
 * Queues runs of due schedules. Organisations take turns, so that one with many accounts does not delay the others. The cost
 * of a batch does not depend on how many organisations and schedules there are, only on the number of open runs.
 */
@Injectable()
export class SyncTurns {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {}

  /** Counts open runs that wait for a worker, or occupy one; of each organisation, only so many. */
  waiting(): Promise<number> {
    return this.system.transaction('how many syncs are waiting', async (em) => {
      const [row] = await queryRows<{ waiting: number }>(em, WAITING);
      return row?.waiting ?? 0;
    });
  }

  /** @param room how many runs may be queued */
  claim(now: Date, room: number): Promise<Batch> {
    return this.system.transaction('queue due syncs', (em) => this.claimBatch(em, now, room));
  }

  private async claimBatch(em: EntityManager, now: Date, room: number): Promise<Batch> {
    const share = Math.min(SHARE_PER_TURN, room);
    const turns = await queryRows<{ id: string }>(em, TURNS, [
      now,
      Math.min(TURNS_PER_BATCH, Math.floor(room / share)),
    ]);
    if (turns.length === 0) return { organisations: 0, claimed: 0, queued: 0 };
    const ids = turns.map(({ id }) => id);
    const kinds = [...SYNC_KINDS];
    const intervals = JSON.stringify(intervalsOf(this.config.sync.policy));
    const [done] = await queryRows<Omit<Batch, 'organisations'>>(em, CLAIM, [
      ids,
      now,
      kinds,
      share,
      intervals,
    ]);
    await em.query(NEXT_TURNS, [ids, now, kinds]);
    return { organisations: ids.length, claimed: done?.claimed ?? 0, queued: done?.queued ?? 0 };
  }
}
