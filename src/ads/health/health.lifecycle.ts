import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../integrations/index.js';

// Accounts that another integration of the organisation opens stay.
const GONE = `
  SELECT a.organisation_id, a.advertiser_id FROM ad_accounts a
  WHERE a.integration_id = $1 AND NOT EXISTS (
    SELECT FROM ad_accounts o
    WHERE o.organisation_id = a.organisation_id AND o.advertiser_id = a.advertiser_id AND o.integration_id <> $1)`;
const PURGES = [
  ['ad_health_findings', 'account_id'],
  ['ad_account_health', 'account_id'],
  ['notifications', 'subject_id'],
] as const;

/** Deletes what is known of ad accounts that only a deleted integration opened. */
@Injectable()
export class HealthLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const [table, column] of PURGES)
      await em.query(`DELETE FROM ${table} WHERE (organisation_id, ${column}) IN (${GONE})`, [integrationId]);
  }
}
