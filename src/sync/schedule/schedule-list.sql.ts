import type { Bind } from '../../database/index.js';
import { SYNC_KINDS } from '../runs/sync-kinds.js';

export const SCHEDULE_STATES = ['running', 'not_allowed', 'failing', 'due', 'planned', 'resting'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

/** Which schedules a page has. */
export interface SchedulePage {
  organisationId: string;
  integrationId?: string | undefined;
  syncType?: string | undefined;
  state?: ScheduleState | undefined;
  /** The integration and the kind of the last schedule of the page before. */
  after?: string[] | undefined;
  limit: number;
  now: Date;
}

/**
 * Returns a query of schedules in the order of their integrations, which have the index for it, each with its latest run. Kinds
 * of a newer version are left out.
 */
export function schedulesOf(page: SchedulePage, bind: Bind): string {
  const { organisationId, integrationId, syncType, state, after, limit, now } = page;
  const where = [
    `i.organisation_id = ${bind(organisationId)}`,
    `s.kind = ANY(${bind(syncType === undefined ? [...SYNC_KINDS] : [syncType])})`,
    ...(integrationId === undefined ? [] : [`i.id = ${bind(integrationId)}`]),
  ];
  if (after) {
    const [id, kind] = after.map(bind);
    where.push(`i.id >= ${id}::uuid`, `(i.id, s.kind) > (${id}::uuid, ${kind})`);
  }
  const inState = state === undefined ? '' : `WHERE state = ${bind(state)}`;
  return `
    SELECT * FROM (
      SELECT i.id AS "integrationId", s.kind AS "syncType", s.due_at AS "nextDueAt", s.succeeded_at AS "succeededAt",
        s.failing_since AS "failingSince", s.failures, s.problem, r.id AS "runId", r.status, r.created_at AS "createdAt",
        r.finished_at AS "finishedAt", r.fail_code AS "failCode", r.fail_reason AS "failReason",
        CASE WHEN r.status IN ('queued', 'running') THEN 'running'
          WHEN s.problem IS NOT NULL THEN 'not_allowed'
          WHEN s.due_at IS NULL THEN 'resting'
          WHEN s.failing_since IS NOT NULL THEN 'failing'
          WHEN s.due_at <= ${bind(now)} THEN 'due' ELSE 'planned' END AS state
      FROM integrations i JOIN sync_schedules s ON s.integration_id = i.id
      LEFT JOIN LATERAL (
        SELECT * FROM sync_runs WHERE integration_id = s.integration_id AND kind = s.kind
        ORDER BY status IN ('queued', 'running') DESC, id DESC LIMIT 1
      ) AS r ON true
      WHERE ${where.join(' AND ')} ORDER BY i.id, s.kind
    ) AS schedules ${inState} LIMIT ${bind(limit)}`;
}
