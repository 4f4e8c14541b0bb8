import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdKind, AdRow } from '../../tiktok/index.js';
import { BID_FIELDS, type Drift } from '../objects/drift.js';
import { DriftJournal } from '../objects/drift-journal.js';
import { AdChange } from './ad-change.entity.js';
import { isExplained, type JournalEntry } from './drift-explanation.js';

// A copy may be younger than a write that was still on its way when TikTok answered.
const SLACK = `interval '1 hour'`;
const ENTRIES = `
  SELECT level, object_id AS "objectId", action, body, after FROM ad_changes
  WHERE organisation_id = $1 AND account_id = $2 AND object_id = ANY($3) AND state IN ('sent', 'unknown', 'succeeded')
    AND coalesce(finished_at, sent_at, created_at) >= $4::timestamptz - ${SLACK}
  ORDER BY coalesce(sent_at, finished_at, created_at) DESC, id DESC`;
const SIBLINGS = `
  SELECT id, campaign_id AS "campaignId" FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level = 'ad_group' AND campaign_id = ANY($3)`;
const DELETED = `
  SELECT id FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level <> 'ad' AND id = ANY($3) AND operation_status = 'DELETE'`;

/** Writes what was changed in TikTok Ads Manager into the journal: what no change of ours explains. */
@Injectable()
export class DriftRecords extends DriftJournal {
  constructor(private readonly orgContext: OrgContext) {
    super();
  }

  async record(
    em: EntityManager,
    accountId: string,
    kind: AdKind,
    drifts: readonly Drift[],
    seenAt: Date,
  ): Promise<void> {
    const unexplained = await this.unexplained(em, accountId, kind, drifts);
    const { organisationId } = this.orgContext;
    const rows = unexplained.map(({ id, name, before, after }) => ({
      id: newId(),
      organisationId,
      accountId,
      family: kind.family,
      level: kind.level,
      action: 'drift' as const,
      objectId: id,
      name,
      actorKind: 'ads_manager' as const,
      state: 'succeeded' as const,
      body: after,
      before,
      after,
      finishedAt: seenAt,
    }));
    if (rows.length > 0) await em.getRepository(AdChange).insert(rows as object[]);
  }

  /** @returns the drifts with only those fields that no change of ours explains */
  private async unexplained(
    em: EntityManager,
    accountId: string,
    kind: AdKind,
    drifts: readonly Drift[],
  ): Promise<Drift[]> {
    const account = [this.orgContext.organisationId, accountId];
    const parents = drifts.flatMap(({ campaignId, adGroupId }) => [campaignId ?? [], adGroupId ?? []].flat());
    const siblings = await this.siblings(em, account, kind, drifts);
    const ids = [...drifts.map(({ id }) => id), ...parents, ...siblings.keys()];
    const since = new Date(Math.min(...drifts.map(({ copiedAt }) => copiedAt.getTime())));
    const entries = await queryRows<JournalEntry>(em, ENTRIES, [...account, ids, since]);
    const deleted = await queryRows<{ id: string }>(em, DELETED, [...account, parents]);
    const known = { entries, siblings, deleted: new Set(deleted.map(({ id }) => id)) };
    return drifts.flatMap((drift) => {
      const fields = Object.keys(drift.after).filter((field) => !isExplained(drift, field, kind, known));
      if (fields.length === 0) return [];
      return { ...drift, before: only(drift.before, fields), after: only(drift.after, fields) };
    });
  }

  /** Ad groups by id, with their campaign, whose bids follow each other. */
  private async siblings(
    em: EntityManager,
    account: string[],
    { family, level }: AdKind,
    drifts: readonly Drift[],
  ): Promise<Map<string, string>> {
    if (family !== 'us_plus' || level !== 'ad_group') return new Map();
    const campaigns = drifts
      .filter(({ after }) => BID_FIELDS.some((field) => field in after))
      .flatMap(({ campaignId }) => campaignId ?? []);
    if (campaigns.length === 0) return new Map();
    const rows = await queryRows<{ id: string; campaignId: string }>(em, SIBLINGS, [...account, campaigns]);
    return new Map(rows.map(({ id, campaignId }) => [id, campaignId]));
  }
}

function only(row: AdRow, fields: readonly string[]): AdRow {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
