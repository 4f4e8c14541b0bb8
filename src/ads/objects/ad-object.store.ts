import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import type { AdKind, AdLevel, AdRow } from '../../tiktok/index.js';
import { readAdRow } from './ad-object-row.js';
import { AdObject } from './ad-object.entity.js';

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
  INSERT INTO ad_objects AS o (organisation_id, account_id, as_of, level, id, ${COLUMNS.join(', ')})
  SELECT $1, $2, $3::timestamptz, r.level, r.id, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
  FROM jsonb_populate_recordset(NULL::ad_objects, $4::jsonb) AS r
  ON CONFLICT (organisation_id, account_id, level, id) DO UPDATE
    SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}, as_of = excluded.as_of
    WHERE o.as_of <= excluded.as_of`;

/** Our copy of the organisation's ad objects, as TikTok last sent them. */
@Injectable()
export class AdObjectStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the ids that were stored */
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
    await this.orgContext.transaction((em) => em.query(UPSERT, values));
    return facts.map(({ id }) => id);
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
