import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { StartedRun } from '../../runs/sync-runs.js';
import type { AdGroupReading } from './due-ad-groups.js';

const READINGS = `
  SELECT ad_group_id AS id, read_at AS "readAt", to_end AS "toEnd" FROM ad_comment_listings
  WHERE integration_id = $1 AND account_id = $2`;
// The clock of the process that started the run may be ahead.
const NOTE = `
  INSERT INTO ad_comment_listings (integration_id, account_id, ad_group_id, organisation_id, to_end, read_at)
  VALUES ($1, $2, $3, $4, $5, greatest($6::timestamptz, $7::timestamptz))
  ON CONFLICT (integration_id, account_id, ad_group_id) DO UPDATE SET to_end = excluded.to_end, read_at = excluded.read_at`;

/** Remembers when the comments of each ad group were read. */
@Injectable()
export class AdCommentReadings {
  constructor(private readonly orgContext: OrgContext) {}

  async of(integrationId: string, accountId: string): Promise<Map<string, AdGroupReading>> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<AdGroupReading & { id: string }>(em, READINGS, [integrationId, accountId]),
    );
    return new Map(rows.map(({ id, ...reading }) => [id, reading]));
  }

  /** Notes that an ad group was read. @param toEnd false: the next reading starts over */
  async note(
    em: EntityManager,
    { integrationId, startedAt }: StartedRun,
    { accountId, adGroupId }: { accountId: string; adGroupId: string },
    { at, toEnd }: { at: Date; toEnd: boolean },
  ): Promise<void> {
    const { organisationId } = this.orgContext;
    await em.query(NOTE, [integrationId, accountId, adGroupId, organisationId, toEnd, at, startedAt]);
  }
}
