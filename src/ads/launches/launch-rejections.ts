import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdFamily } from '../../tiktok/index.js';

const WITHOUT_REASON = `
  SELECT ad.key AS id, l.family
  FROM ad_launch_steps s JOIN ad_launches l ON l.id = s.launch_id, jsonb_each(s.detail->'review') AS ad
  WHERE l.organisation_id = $1 AND l.account_id = $2 AND s.kind = 'review' AND s.status IN ('done', 'failed')
    AND s.updated_at > $3 AND ad.value->>'reasonMissing' = 'true'`;
const ADD_REASONS = `
  UPDATE ad_launch_steps s
  SET detail = jsonb_set(s.detail, ARRAY['review', $3], jsonb_build_object('verdict', 'rejected', 'reasons', $4::jsonb))
  FROM ad_launches l
  WHERE l.id = s.launch_id AND l.organisation_id = $1 AND l.account_id = $2 AND s.kind = 'review'
    AND s.status IN ('done', 'failed') AND s.detail->'review'->$3->>'reasonMissing' = 'true'`;

/** Adds reasons that TikTok gives later than its verdict to launches whose review has ended. */
@Injectable()
export class LaunchRejections {
  constructor(private readonly orgContext: OrgContext) {}

  /** @returns rejected ads without a reason of TikTok. @param since when their review ended at the earliest */
  withoutReason(accountId: string, since: Date): Promise<{ id: string; family: AdFamily }[]> {
    const values = [this.orgContext.organisationId, accountId, since];
    return this.orgContext.transaction((em) => queryRows(em, WITHOUT_REASON, values));
  }

  async addReasons(accountId: string, ads: readonly { id: string; reasons: string[] }[]): Promise<void> {
    if (ads.length === 0) return;
    const { organisationId } = this.orgContext;
    await this.orgContext.transaction(async (em) => {
      for (const { id, reasons } of ads)
        await em.query(ADD_REASONS, [organisationId, accountId, id, JSON.stringify(reasons)]);
    });
  }
}
