import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import type { Span } from '../../reports/days.js';
import type { Level } from '../../reports/levels.js';
import type { ReadRange } from '../stored/ad-metric-upsert.js';
import { COMPARED_METRICS, residualOf, type ReadLevel, type Residual } from './residual.js';

const sumOf = (metric: string): string =>
  `'${metric}', CASE WHEN count(m.object_id) = 0 THEN '0' ELSE sum((m.metrics->>'${metric}')::numeric)::text END`;
const unknownOf = (metric: string): string =>
  `count(m.object_id) FILTER (WHERE m.metrics->>'${metric}' IS NULL)`;

// A day without rows had no delivery. Days that have not begun anywhere are not read.
const KEEP = `
  INSERT INTO ad_metric_readings AS r (organisation_id, account_id, level, integration_id, read_at, is_cut, day, totals)
  SELECT $1, $2, $3, $6::uuid, $7::timestamptz, $8, d.day::date,
    jsonb_build_object('rows', count(m.object_id), 'unknown', ${COMPARED_METRICS.map(unknownOf).join(' + ')},
      ${COMPARED_METRICS.map(sumOf).join(', ')})
  FROM generate_series($4::date, $5::date, interval '1 day') AS d (day)
    LEFT JOIN ad_metrics m ON m.organisation_id = $1 AND m.account_id = $2 AND m.level = $3 AND m.day = d.day::date
  WHERE d.day <= $7::timestamptz AT TIME ZONE 'UTC' + interval '14 hours'
  GROUP BY d.day ORDER BY d.day
  ON CONFLICT (organisation_id, account_id, level, day) DO UPDATE SET integration_id = excluded.integration_id,
    read_at = excluded.read_at, is_cut = excluded.is_cut, totals = excluded.totals
  WHERE r.read_at <= excluded.read_at`;

const OF_DAYS = `organisation_id = $1 AND account_id = $2 AND day BETWEEN $3 AND $4`;
// The copies of objects say what may be missing.
const COMPARED = `
  SELECT r.level, to_char(r.day, 'YYYY-MM-DD') AS day, r.read_at AS "readAt", r.is_cut AS "isCut", r.totals,
    (SELECT count(*)::int FROM ad_objects o
      WHERE (o.organisation_id, o.account_id, o.level) = (r.organisation_id, r.account_id, r.level)
        AND o.operation_status = 'DELETE'
        AND NOT EXISTS (
          SELECT FROM ad_metrics m
          WHERE (m.organisation_id, m.account_id, m.level, m.day, m.object_id)
            = (r.organisation_id, r.account_id, r.level, r.day, o.id))) AS "deletedWithoutRow",
    EXISTS (
      SELECT FROM ad_objects o
      WHERE (o.organisation_id, o.account_id, o.level) = (r.organisation_id, r.account_id, r.level)
        AND o.family = 'us_plus') AS "hasSmartPlus"
  FROM ad_metric_readings r WHERE ${OF_DAYS} ORDER BY r.day, r.level FOR UPDATE OF r`;
const SET_RESIDUALS = `
  UPDATE ad_metric_readings r SET residual = n.residual
  FROM unnest($3::text[], $4::date[], $5::jsonb[]) AS n (level, day, residual)
  WHERE r.organisation_id = $1 AND r.account_id = $2 AND (r.level, r.day) = (n.level, n.day)`;

const READ_TIMES = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, read_at AS "readAt" FROM ad_metric_readings
  WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND day >= $4`;
const LIST = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, level, read_at AS "readAt", totals, residual FROM ad_metric_readings
  WHERE ${OF_DAYS}`;

/** A reading with what it lacks of the account's totals; null while one of the two is unread. */
export type StoredReading = Pick<ReadLevel, 'day' | 'level' | 'readAt' | 'totals'> & {
  residual: Residual | null;
};

/** Keeps when each day was read, and how its totals compare across levels. */
@Injectable()
export class MetricReadings {
  constructor(private readonly orgContext: OrgContext) {}

  /** @returns when each day from then on was last read completely */
  async readTimes(accountId: string, level: Level, from: string): Promise<Map<string, Date>> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ day: string; readAt: Date }>(em, READ_TIMES, this.key(accountId, level, from)),
    );
    return new Map(rows.map(({ day, readAt }) => [day, readAt]));
  }

  async list(accountId: string, { from, to }: Span): Promise<StoredReading[]> {
    return await this.orgContext.transaction((em) =>
      queryRows<StoredReading>(em, LIST, this.key(accountId, from, to)),
    );
  }

  /** Notes that the days of a range were read, and compares their totals with those of the other levels. */
  async keep(em: EntityManager, account: AdAccountRef, range: ReadRange, isCut: boolean): Promise<void> {
    const { accountId, integrationId } = account;
    const { level, from, to, startedAt } = range;
    await em.query(KEEP, this.key(accountId, level, from, to, integrationId, startedAt, isCut));
    await this.compare(em, account, range);
  }

  private async compare(em: EntityManager, account: AdAccountRef, { from, to }: Span): Promise<void> {
    const { accountId } = account;
    const read = await queryRows<ReadLevel>(em, COMPARED, this.key(accountId, from, to));
    const wholes = new Map(read.filter(({ level }) => level === 'account').map((one) => [one.day, one]));
    const parts = read.filter(({ level, day }) => level !== 'account' && wholes.has(day));
    const residuals = parts.map((part) => residualOf(wholes.get(part.day) ?? part, part, account));
    await em.query(
      SET_RESIDUALS,
      this.key(
        accountId,
        parts.map(({ level }) => level),
        parts.map(({ day }) => day),
        residuals.map((one) => JSON.stringify(one)),
      ),
    );
  }

  private key(...values: unknown[]): unknown[] {
    return [this.orgContext.organisationId, ...values];
  }
}
