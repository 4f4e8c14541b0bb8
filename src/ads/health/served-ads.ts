import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../database/index.js';
import { toWireTime } from '../../tiktok/index.js';

/** An ad with what a check needs of it. */
export interface CheckedAd {
  id: string;
  family: 'us_plus' | 'manual';
  name: string | null;
  campaignId: string | null;
  secondaryStatus: string | null;
}

const AD = `a.id, a.family, a.name, a.campaign_id AS "campaignId", a.secondary_status AS "secondaryStatus"`;
const LIVE = `a.organisation_id = $1 AND a.account_id = $2 AND a.level = 'ad'`;
const REJECTED = `
  SELECT ${AD} FROM ad_objects a
  WHERE ${LIVE} AND a.operation_status IS DISTINCT FROM 'DELETE' AND a.secondary_status ~ 'DENY|NO_DELIVERY|FAIL|REJECT'
  ORDER BY a.id`;
const DELIVERING = `
  SELECT 1 FROM ad_objects a
  WHERE ${LIVE} AND a.operation_status = 'ENABLE' AND a.secondary_status LIKE '%\\_DELIVERY\\_OK' LIMIT 1`;
const OUT_OF_MONEY = `
  SELECT 1 FROM ad_objects a
  WHERE a.organisation_id = $1 AND a.account_id = $2 AND a.operation_status = 'ENABLE'
    AND a.secondary_status LIKE '%BALANCE\\_EXCEED%' LIMIT 1`;
// Times of TikTok are UTC texts, which sort as times do.
const SHOULD_SERVE = `
  SELECT ${AD} FROM ad_objects a
    JOIN ad_objects g ON (g.organisation_id, g.account_id, g.level, g.id) = (a.organisation_id, a.account_id, 'ad_group', a.ad_group_id)
    JOIN ad_objects c ON (c.organisation_id, c.account_id, c.level, c.id) = (a.organisation_id, a.account_id, 'campaign', a.campaign_id)
  WHERE ${LIVE} AND 'ENABLE' = ALL (ARRAY[a.operation_status, g.operation_status, c.operation_status])
    AND a.status_since <= $3 AND coalesce(a.created_at, a.status_since) <= $3
    AND coalesce(g.data->>'schedule_start_time', '') <= $4 AND coalesce(g.data->>'schedule_end_time', '9') > $5
  ORDER BY a.id`;

/** Finds ads in our copy by whether they run. */
@Injectable()
export class ServedAds {
  constructor(private readonly orgContext: OrgContext) {}

  /** Ads whose status speaks of a rejection. */
  rejected(accountId: string): Promise<CheckedAd[]> {
    return this.rows(REJECTED, accountId);
  }

  /** Ads that have been enabled with their parents, in the same status and within their schedule, since then. */
  shouldServe(accountId: string, since: Date, now: Date): Promise<CheckedAd[]> {
    return this.rows(SHOULD_SERVE, accountId, since, toWireTime(since), toWireTime(now));
  }

  async isDelivering(accountId: string): Promise<boolean> {
    return (await this.rows(DELIVERING, accountId)).length > 0;
  }

  /** True if TikTok says of something enabled that the balance does not suffice. */
  async isOutOfMoney(accountId: string): Promise<boolean> {
    return (await this.rows(OUT_OF_MONEY, accountId)).length > 0;
  }

  private rows(sql: string, accountId: string, ...values: unknown[]): Promise<CheckedAd[]> {
    const all = [this.orgContext.organisationId, accountId, ...values];
    return this.orgContext.transaction((em) => queryRows<CheckedAd>(em, sql, all));
  }
}
