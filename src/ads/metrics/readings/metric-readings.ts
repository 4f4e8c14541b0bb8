import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import type { Span } from '../../reports/days.js';
import type { Level } from '../../reports/levels.js';
import type { ReadRange } from '../stored/ad-metric-upsert.js';
import {
  COMPARED_METRICS,
  differs,
  residualOf,
  type Comparison,
  type LevelFacts,
  type ReadLevel,
  type Residual,
} from './residual.js';

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
// Readings of several levels may end at once.
const LOCK_ACCOUNT = `SELECT pg_advisory_xact_lock(hashtextextended('ad_metric_readings/' || $1 || '/' || $2, 0))`;
const READ_LEVELS = `
  SELECT level, to_char(day, 'YYYY-MM-DD') AS day, read_at AS "readAt", is_cut AS "isCut", totals
  FROM ad_metric_readings WHERE ${OF_DAYS}`;
// Large accounts have many copies, so only differences are looked into.
const FACTS = `
  SELECT n.level, n.day,
    EXISTS (
      SELECT FROM ad_objects o
      WHERE o.organisation_id = $1 AND o.account_id = $2 AND o.level = n.level AND o.operation_status = 'DELETE'
        AND NOT EXISTS (
          SELECT FROM ad_metrics m
          WHERE m.organisation_id = $1 AND m.account_id = $2 AND m.level = n.level AND m.day = n.day::date
            AND m.object_id = o.id)) AS "hasUnlistedDeleted",
    EXISTS (
      SELECT FROM ad_objects o
      WHERE o.organisation_id = $1 AND o.account_id = $2 AND o.level = n.level AND o.family = 'us_plus') AS "hasSmartPlus"
  FROM unnest($3::text[], $4::text[]) AS n (level, day)`;
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
    await em.query(LOCK_ACCOUNT, this.key(accountId));
    await em.query(KEEP, this.key(accountId, level, from, to, integrationId, startedAt, isCut));
    await this.compare(em, account, range);
  }

  private async compare(em: EntityManager, account: AdAccountRef, { from, to }: Span): Promise<void> {
    const { accountId } = account;
    const read = await queryRows<ReadLevel>(em, READ_LEVELS, this.key(accountId, from, to));
    const wholes = new Map(read.filter(({ level }) => level === 'account').map((one) => [one.day, one]));
    const compared = read
      .filter(({ level }) => level !== 'account')
      .flatMap((part): Comparison[] => {
        const whole = wholes.get(part.day);
        return whole ? [{ account: whole, part }] : [];
      });
    const known = await this.factsOf(em, accountId, compared.filter(differs));
    const residuals = compared.map((one) =>
      residualOf({ ...one, facts: known.get(`${one.part.level}/${one.part.day}`) }, account),
    );
    const [levels, days] = columnsOf(compared);
    const texts = residuals.map((one) => JSON.stringify(one));
    await em.query(SET_RESIDUALS, this.key(accountId, levels, days, texts));
  }

  private async factsOf(
    em: EntityManager,
    accountId: string,
    differing: readonly Comparison[],
  ): Promise<Map<string, LevelFacts>> {
    if (differing.length === 0) return new Map();
    const values = this.key(accountId, ...columnsOf(differing));
    const rows = await queryRows<LevelFacts & { level: string; day: string }>(em, FACTS, values);
    return new Map(rows.map((row) => [`${row.level}/${row.day}`, row]));
  }

  private key(...values: unknown[]): unknown[] {
    return [this.orgContext.organisationId, ...values];
  }
}

function columnsOf(compared: readonly Comparison[]): [levels: string[], days: string[]] {
  return [compared.map(({ part }) => part.level), compared.map(({ part }) => part.day)];
}
