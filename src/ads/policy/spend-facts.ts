import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { toHttpError } from '../../tiktok/index.js';
import { AccountReader } from '../objects/account-reader.js';
import type { SpendObject } from './spend-object.js';

const QUERY = `
  SELECT account_id AS "accountId", level, id, name, campaign_id AS "campaignId", operation_status AS "operationStatus",
    budget_mode AS "budgetMode", budget::text AS budget, (data->>'budget_optimize_on') = 'true' AS "budgetOptimized",
    (data->>'budget_auto_adjust_strategy') = 'AUTO_BUDGET_INCREASE' AS rises,
    data->>'schedule_start_time' AS start, data->>'schedule_end_time' AS end, as_of AS "asOf", created_at AS "createdAt"
  FROM ad_objects
  WHERE organisation_id = $1 AND account_id = ANY($2) AND level IN ('campaign', 'ad_group')
    AND operation_status IS DISTINCT FROM 'DELETE'`;

// What is younger than the last reading of the account may have ad groups of which we have no copy.
const UNREAD_CAMPAIGN = `
  SELECT id FROM ad_objects c
  WHERE organisation_id = $1 AND account_id = $2 AND level = 'campaign' AND created_at > $3
    AND (operation_status IS NULL OR operation_status = 'ENABLE')
    AND NOT EXISTS (SELECT FROM ad_objects g WHERE g.organisation_id = $1 AND g.account_id = $2 AND g.level = 'ad_group'
      AND g.campaign_id = c.id)
  LIMIT 1`;

/** Entries of `readAt` older than this have no use. */
const FORGET_SECONDS = 3600;

/** Knows the budgets of ad accounts. */
@Injectable()
export class SpendFacts {
  /**
   * When this process last read a whole account. The age of our copies does not show it: a row may be fresh while others are
   * missing.
   */
  private readonly readAt = new Map<string, Date>();

  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
    private readonly reader: AccountReader,
  ) {}

  /** Reads the account from TikTok if our copy is older than the age. @throws DomainError if TikTok cannot be asked */
  async refresh(account: AdAccountRef, ageSeconds: number): Promise<void> {
    const key = this.keyOf(account.accountId);
    const last = this.readAt.get(key);
    const isFresh = last !== undefined && last > this.clock.inSeconds(-ageSeconds);
    if (isFresh && !(await this.hasUnreadCampaign(account, last))) return;
    const startedAt = this.clock.now();
    const [unread] = await this.reader.read(account, ['campaign', 'ad_group']);
    if (unread) throw toHttpError(unread.error);
    this.remember(key, startedAt);
  }

  /** Returns our copies of campaigns and ad groups that are not deleted. */
  async copies(em: EntityManager, accountIds: readonly string[]): Promise<SpendObject[]> {
    const values = [this.orgContext.organisationId, accountIds];
    const rows = await queryRows<SpendObject & { createdAt: Date | null }>(em, QUERY, values);
    return rows.map((row) =>
      Object.assign(row, { groupsComplete: this.wasRead(row.accountId, row.createdAt) }),
    );
  }

  /** @param since when TikTok created it; null: it has not sent the time */
  private wasRead(accountId: string, since: Date | null): boolean {
    const last = this.readAt.get(this.keyOf(accountId));
    return last !== undefined && since !== null && since <= last;
  }

  private async hasUnreadCampaign({ accountId }: AdAccountRef, last: Date): Promise<boolean> {
    const values = [this.orgContext.organisationId, accountId, last];
    const rows = await this.orgContext.transaction((em) => queryRows(em, UNREAD_CAMPAIGN, values));
    return rows.length > 0;
  }

  private keyOf(accountId: string): string {
    return `${this.orgContext.organisationId} ${accountId}`;
  }

  private remember(key: string, at: Date): void {
    const oldest = this.clock.inSeconds(-FORGET_SECONDS);
    for (const [other, time] of this.readAt) if (time < oldest) this.readAt.delete(other);
    this.readAt.set(key, at);
  }
}
