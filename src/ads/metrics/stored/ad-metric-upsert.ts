import type { EntityManager } from 'typeorm';
import type { AdAccountRef } from '../../../integrations/index.js';
import { queryRows } from '../../../database/index.js';
import type { MetricRow } from '../dto/metrics.view.js';
import type { Level } from '../../reports/levels.js';

// One statement per page, which locks in one order. The later reading wins, in whichever order the two are written.
const UPSERT = `
  INSERT INTO ad_metrics AS m (organisation_id, integration_id, account_id, level, currency, time_zone, as_of, object_id,
    day, metrics, final)
  SELECT $1, $2::uuid, $3, $4, $5, $6, $7::timestamptz, r.*
    FROM unnest($8::text[], $9::date[], $10::jsonb[], $11::boolean[]) AS r (object_id, day, metrics, final)
    ORDER BY r.day, r.object_id
  ON CONFLICT (organisation_id, account_id, level, day, object_id) DO UPDATE SET
    integration_id = excluded.integration_id, currency = coalesce(excluded.currency, m.currency),
    time_zone = coalesce(excluded.time_zone, m.time_zone), as_of = excluded.as_of, metrics = excluded.metrics,
    final = excluded.final
  WHERE m.as_of <= excluded.as_of`;

/** Returns the rows that can be stored: each object and day once. Rows without an object or a day are left out. */
export function storableRows(rows: readonly MetricRow[]): MetricRow[] {
  // TikTok's pages have no fixed order, and a statement must not meet a row twice.
  return [...new Map(rows.filter(isStorable).map((row) => [`${row.day}/${row.objectId}`, row])).values()];
}

/** Stores a page of daily figures. @param rows each object and day once */
export async function upsertMetrics(
  em: EntityManager,
  organisationId: string,
  { accountId, integrationId, currency, timeZone }: AdAccountRef,
  level: Level,
  { rows, asOf }: { rows: readonly MetricRow[]; asOf: Date },
): Promise<void> {
  if (rows.length === 0) return;
  await em.query(UPSERT, [
    organisationId,
    integrationId,
    accountId,
    level,
    currency,
    timeZone,
    asOf,
    rows.map(({ objectId }) => objectId),
    rows.map(({ day }) => day),
    rows.map(({ metrics }) => JSON.stringify(metrics)),
    rows.map(({ final }) => final),
  ]);
}

function isStorable({ objectId, day }: MetricRow): boolean {
  return objectId !== null && day !== null;
}

const DELETE_OLDER = `
  DELETE FROM ad_metrics WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND day BETWEEN $4 AND $5
    AND as_of < $6 RETURNING object_id`;

/** What a finished run has read completely. */
export interface ReadRange {
  accountId: string;
  level: Level;
  from: string;
  to: string;
  startedAt: Date;
}

/** Deletes rows that TikTok no longer reports: with a day dimension, it lists objects with figures only. */
export async function deleteUnreported(
  em: EntityManager,
  organisationId: string,
  { accountId, level, from, to, startedAt }: ReadRange,
): Promise<number> {
  const gone = await queryRows(em, DELETE_OLDER, [organisationId, accountId, level, from, to, startedAt]);
  return gone.length;
}
