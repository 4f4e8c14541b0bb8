import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdKind, AdLevel, AdRow } from '../../tiktok/index.js';
import { readAdRow, type AdObjectFacts } from './ad-object-row.js';
import { AdObject } from './ad-object.entity.js';
import { changedFields, watchedFields, type Drift } from './drift.js';
import { DriftJournal } from './drift-journal.js';

const COLUMNS = [
  'family',
  'campaign_id',
  'ad_group_id',
  'name',
  'objective',
  'operation_status',
  'secondary_status',
  'budget_mode',
  'budget',
  'data',
  'created_at',
] as const;
// A row that was read earlier never replaces a later one.
const UPSERT = `
  INSERT INTO ad_objects AS o (organisation_id, account_id, as_of, status_since, level, id, ${COLUMNS.join(', ')})
  SELECT $1, $2, $3::timestamptz, $3::timestamptz, r.level, r.id, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
  FROM jsonb_populate_recordset(NULL::ad_objects, $4::jsonb) AS r ORDER BY r.id
  ON CONFLICT (organisation_id, account_id, level, id) DO UPDATE
    SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}, as_of = excluded.as_of,
      status_since = CASE
        WHEN (o.operation_status, o.secondary_status) IS NOT DISTINCT FROM (excluded.operation_status, excluded.secondary_status)
        THEN coalesce(o.status_since, excluded.as_of) ELSE excluded.as_of END
    WHERE o.as_of <= excluded.as_of`;
// The locks let one of several readers find a change. All of them lock in one order.
const LOCK_COPIES = `
  SELECT id, name, campaign_id AS "campaignId", ad_group_id AS "adGroupId", as_of AS "copiedAt",
    (SELECT jsonb_object_agg(field, data -> field) FROM unnest($5::text[]) AS field WHERE data ? field) AS data
  FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND id = ANY($4) AND as_of <= $6::timestamptz
  ORDER BY id FOR UPDATE`;

type Copy = Omit<Drift, 'before' | 'after'> & { data: AdRow | null };

/** Our copy of the organisation's ad objects, as TikTok last sent them. */
@Injectable()
export class AdObjectStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
    private readonly journal: DriftJournal,
  ) {}

  /**
   * Stores what TikTok sent, for any caller, and records what was changed in TikTok Ads Manager since the last copy.
   * @returns the ids that were stored
   */
  async save(
    accountId: string,
    kind: AdKind,
    rows: readonly AdRow[],
    asOf = this.clock.now(),
  ): Promise<string[]> {
    const facts = rows.flatMap((row) => readAdRow(kind, row) ?? []);
    if (facts.length === 0) return [];
    const given = facts.map(({ campaignId, adGroupId, operationStatus, secondaryStatus, ...one }) => ({
      ...one,
      campaign_id: campaignId,
      ad_group_id: adGroupId,
      operation_status: operationStatus,
      secondary_status: secondaryStatus,
      budget_mode: one.budgetMode,
      created_at: one.createdAt,
    }));
    const values = [this.orgContext.organisationId, accountId, asOf, JSON.stringify(given)];
    await this.orgContext.transaction(async (em) => {
      const drifts = await this.driftsOf(em, accountId, kind, facts, asOf);
      if (drifts.length > 0) await this.journal.record(em, accountId, kind, drifts, asOf);
      await em.query(UPSERT, values);
    });
    return facts.map(({ id }) => id);
  }

  /** Objects without a copy are new to us, and no change. */
  private async driftsOf(
    em: EntityManager,
    accountId: string,
    kind: AdKind,
    facts: readonly AdObjectFacts[],
    asOf: Date,
  ): Promise<Drift[]> {
    const byId = new Map(facts.map((one) => [one.id, one]));
    const key = [this.orgContext.organisationId, accountId, kind.level, [...byId.keys()]];
    const copies = await queryRows<Copy>(em, LOCK_COPIES, [...key, watchedFields(kind), asOf]);
    return copies.flatMap((copy) => toDrift(copy, kind, byId.get(copy.id)?.data ?? {}) ?? []);
  }

  find(accountId: string, level: AdLevel, ids: readonly string[]): Promise<AdObject[]> {
    const { organisationId } = this.orgContext;
    const where = { organisationId, accountId, level, id: In([...ids]) };
    return this.orgContext.transaction((em) => em.getRepository(AdObject).findBy(where));
  }

  /** Finds what is neither paused nor deleted. What TikTok has not sent a status for may run. */
  mayRun(accountId: string, level: AdLevel): Promise<AdObject[]> {
    const { organisationId } = this.orgContext;
    const where = { organisationId, accountId, level };
    const states = [
      { ...where, operationStatus: 'ENABLE' as const },
      { ...where, operationStatus: IsNull() },
    ];
    return this.orgContext.transaction((em) => em.getRepository(AdObject).findBy(states));
  }
}

function pick(row: AdRow, fields: readonly string[]): AdRow {
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}

function toDrift({ data, ...copy }: Copy, kind: AdKind, after: AdRow): Drift | undefined {
  const before = data ?? {};
  const fields = changedFields(kind, before, after);
  if (fields.length === 0) return undefined;
  return { ...copy, before: pick(before, fields), after: pick(after, fields) };
}
