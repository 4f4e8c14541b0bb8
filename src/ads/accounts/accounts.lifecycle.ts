import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../integrations/index.js';

const PURGE = `
  DELETE FROM ad_account_capabilities c USING integrations i
  WHERE i.id = $1 AND c.organisation_id = i.organisation_id AND NOT EXISTS (
    SELECT 1 FROM ad_accounts a
    WHERE a.organisation_id = c.organisation_id AND a.advertiser_id = c.account_id AND a.integration_id <> i.id)`;

/** Deletes what is known of ad accounts that only a deleted integration opened. */
@Injectable()
export class AccountsLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    await em.query(PURGE, [integrationId]);
  }
}
