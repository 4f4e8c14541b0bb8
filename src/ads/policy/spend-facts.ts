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
    data->>'schedule_start_time' AS start, data->>'schedule_end_time' AS end, as_of AS "asOf"
  FROM ad_objects
  WHERE organisation_id = $1 AND account_id = ANY($2) AND level IN ('campaign', 'ad_group')
    AND operation_status IS DISTINCT FROM 'DELETE'`;

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
    const key = `${this.orgContext.organisationId} ${account.accountId}`;
    const last = this.readAt.get(key);
    if (last !== undefined && last > this.clock.inSeconds(-ageSeconds)) return;
    const startedAt = this.clock.now();
    const [unread] = await this.reader.read(account, ['campaign', 'ad_group']);
    if (unread) throw toHttpError(unread.error);
    this.remember(key, startedAt);
  }

  /** Returns our copies of campaigns and ad groups that are not deleted. */
  copies(em: EntityManager, accountIds: readonly string[]): Promise<SpendObject[]> {
    return queryRows<SpendObject>(em, QUERY, [this.orgContext.organisationId, accountIds]);
  }

  private remember(key: string, at: Date): void {
    const oldest = this.clock.inSeconds(-FORGET_SECONDS);
    for (const [other, time] of this.readAt) if (time < oldest) this.readAt.delete(other);
    this.readAt.set(key, at);
  }
}
