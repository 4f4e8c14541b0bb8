import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';

const LATELY_DAYS = 14;

// Figures of a day exist only for what was delivered on it. New ad groups have none yet.
const AD_GROUPS = `
  WITH delivered AS (
    SELECT DISTINCT object_id FROM ad_metrics
    WHERE organisation_id = $1 AND account_id = $2 AND level = 'ad_group'
      AND day >= ($3::timestamptz - interval '${LATELY_DAYS} days')::date
  )
  SELECT o.id, o.name, o.campaign_id AS "campaignId", o.created_at AS "createdAt",
    coalesce(o.operation_status = 'DELETE', false) AS "isDeleted",
    o.id IN (SELECT object_id FROM delivered)
      OR coalesce(o.created_at > $3::timestamptz - interval '${LATELY_DAYS} days', false) AS "isActive"
  FROM ad_objects o WHERE o.organisation_id = $1 AND o.account_id = $2 AND o.level = 'ad_group'
  ORDER BY o.created_at DESC NULLS LAST, o.id DESC`;

/** An ad group, as far as its comments are concerned. */
export interface DeliveredAdGroup {
  id: string;
  name: string | null;
  campaignId: string | null;
  createdAt: Date | null;
  isDeleted: boolean;
  /** True if it was created or delivered within the last 14 days. */
  isActive: boolean;
}

/** Reads our copy of ad groups, with whether they were delivered lately. */
@Injectable()
export class AdGroupDeliveries {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** The newest first. Runs inside the organisation. */
  async of(accountId: string): Promise<DeliveredAdGroup[]> {
    const { organisationId } = this.orgContext;
    const values = [organisationId, accountId, this.clock.now()];
    return await this.orgContext.transaction((em) => queryRows<DeliveredAdGroup>(em, AD_GROUPS, values));
  }
}
