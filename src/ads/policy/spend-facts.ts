import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { fromWireTime, toHttpError } from '../../tiktok/index.js';
import { AccountReader } from '../objects/account-reader.js';
import type { SpendObject } from './spend-object.js';

const QUERY = `
  SELECT level, id, name, campaign_id AS "campaignId", operation_status AS "operationStatus",
    budget_mode AS "budgetMode", budget::text AS budget, (data->>'budget_optimize_on') = 'true' AS "budgetOptimized",
    data->>'schedule_start_time' AS start, data->>'schedule_end_time' AS end
  FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level IN ('campaign', 'ad_group')
    AND operation_status IS DISTINCT FROM 'DELETE'`;

type Row = Omit<SpendObject, 'start' | 'end'> & { start: string | null; end: string | null };

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

  /** Reads from TikTok what is older than the age. @throws DomainError if TikTok cannot be asked */
  async atMost(account: AdAccountRef, ageSeconds: number): Promise<SpendObject[]> {
    const key = `${this.orgContext.organisationId} ${account.accountId}`;
    const last = this.readAt.get(key);
    if (last === undefined || last < this.clock.inSeconds(-ageSeconds)) {
      const startedAt = this.clock.now();
      const [unread] = await this.reader.read(account, ['campaign', 'ad_group']);
      if (unread) throw toHttpError(unread.error);
      this.remember(key, startedAt);
    }
    return (await this.rows(account)).map(toObject);
  }

  private remember(key: string, at: Date): void {
    const oldest = this.clock.inSeconds(-FORGET_SECONDS);
    for (const [other, time] of this.readAt) if (time < oldest) this.readAt.delete(other);
    this.readAt.set(key, at);
  }

  private rows({ accountId }: AdAccountRef): Promise<Row[]> {
    const values = [this.orgContext.organisationId, accountId];
    return this.orgContext.transaction((em) => queryRows<Row>(em, QUERY, values));
  }
}

function toObject({ start, end, ...row }: Row): SpendObject {
  return { ...row, start: fromWireTime(start), end: fromWireTime(end) };
}
