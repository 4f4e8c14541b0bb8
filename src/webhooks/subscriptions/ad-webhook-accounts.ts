import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import { accountName } from '../../integrations/index.js';

/** An organisation's way to an ad account. */
export interface AdWebhookUser {
  advertiserId: string;
  organisationId: string;
  integrationId: string;
  /** Of the integration, for titles. */
  name: string;
  credentialId: string;
  /** Changes with the token. */
  tokenIssuedAt: Date;
  /** TikTok no longer accepts the token. */
  isRejected: boolean;
}

const USERS = `
  SELECT a.advertiser_id AS "advertiserId", a.organisation_id AS "organisationId", i.id AS "integrationId",
    i.display_name AS "displayName", i.username, c.id AS "credentialId", c.issued_at AS "tokenIssuedAt",
    c.rejected_at IS NOT NULL AS "isRejected"
  FROM ad_accounts a
  JOIN integrations i ON i.id = a.integration_id AND i.status = 'active'
  JOIN credentials c ON c.id = i.advertiser_credential_id AND c.app_id = $1
  WHERE a.accessible ORDER BY a.advertiser_id, c.id, i.id`;

type UserRow = Omit<AdWebhookUser, 'name'> & { displayName: string | null; username: string | null };

/** Finds the connected ad accounts of all organisations, with the credentials that open them. */
@Injectable()
export class AdWebhookAccounts {
  constructor(private readonly system: SystemContext) {}

  async of(appId: string): Promise<AdWebhookUser[]> {
    const rows = await this.system.statement<UserRow>('find ad accounts with webhooks', USERS, [appId]);
    return rows.map((row) => ({
      advertiserId: row.advertiserId,
      organisationId: row.organisationId,
      integrationId: row.integrationId,
      name: accountName(row),
      credentialId: row.credentialId,
      tokenIssuedAt: row.tokenIssuedAt,
      isRejected: row.isRejected,
    }));
  }
}
