import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** Beside the login of TikTok for Developers: the Business API's account and ad accounts under the same integration. */
export class CredentialFamilies1763800000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Tokens of ad accounts have no end and no refresh.
    await runner.query(`
      ALTER TABLE credentials ALTER COLUMN refresh_token DROP NOT NULL,
        ALTER COLUMN access_expires_at DROP NOT NULL, ALTER COLUMN refresh_expires_at DROP NOT NULL`);
    await runner.query(`
      ALTER TABLE integrations ADD COLUMN account_credential_id uuid REFERENCES credentials (id),
        ADD COLUMN advertiser_credential_id uuid REFERENCES credentials (id)`);
    await runner.query(`CREATE INDEX integrations_account ON integrations (account_credential_id)`);
    await runner.query(`CREATE INDEX integrations_advertiser ON integrations (advertiser_credential_id)`);
    await runner.query(`
      ALTER TABLE oauth_states ADD COLUMN family text NOT NULL DEFAULT 'login'
          CHECK (family IN ('login', 'account', 'advertiser')),
        ADD COLUMN integration_id uuid, ADD COLUMN allow_different boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE ad_accounts (
        integration_id uuid NOT NULL,
        advertiser_id text NOT NULL,
        organisation_id text NOT NULL,
        name text,
        currency text,
        time_zone text,
        status text,
        accessible boolean NOT NULL,
        refreshed_at timestamptz NOT NULL,
        PRIMARY KEY (integration_id, advertiser_id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(`CREATE INDEX ad_accounts_list ON ad_accounts (organisation_id, advertiser_id)`);
    await isolateTenants(runner, 'ad_accounts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ad_accounts`);
    await runner.query(`
      ALTER TABLE oauth_states DROP COLUMN family, DROP COLUMN integration_id, DROP COLUMN allow_different`);
    await runner.query(`
      ALTER TABLE integrations DROP COLUMN account_credential_id, DROP COLUMN advertiser_credential_id`);
    await runner.query(`DELETE FROM credentials WHERE refresh_token IS NULL`);
    await runner.query(`
      ALTER TABLE credentials ALTER COLUMN refresh_token SET NOT NULL,
        ALTER COLUMN access_expires_at SET NOT NULL, ALTER COLUMN refresh_expires_at SET NOT NULL`);
  }
}
