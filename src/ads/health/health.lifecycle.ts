import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../integrations/index.js';

const PURGES = [
  ['ad_health_findings', 'account_id', ''],
  ['ad_account_health', 'account_id', ''],
  ['notifications', 'subject_id', `AND t.subject_type = 'ad_account'`],
] as const;

/** Deletes what is known of ad accounts that only a deleted integration opened, and the notices about them. */
@Injectable()
export class HealthLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const [table, account, more] of PURGES)
      await em.query(
        `DELETE FROM ${table} t USING integrations i
         WHERE i.id = $1 AND t.organisation_id = i.organisation_id ${more} AND NOT EXISTS (
           SELECT FROM ad_accounts a
           WHERE a.organisation_id = t.organisation_id AND a.advertiser_id = t.${account} AND a.integration_id <> i.id)`,
        [integrationId],
      );
  }
}
