import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants, reserveForSystem } from './tenant-table.js';

export class Integrations1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credentials (
        id uuid PRIMARY KEY,
        family text NOT NULL CHECK (family IN ('login', 'account', 'advertiser')),
        app_id text NOT NULL,
        subject text NOT NULL,
        access_token text NOT NULL,
        refresh_token text NOT NULL,
        scopes text[] NOT NULL,
        issued_at timestamptz NOT NULL,
        access_expires_at timestamptz NOT NULL,
        refresh_expires_at timestamptz NOT NULL,
        rejected_at timestamptz,
        rejected_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (family, app_id, subject)
      )`);
    await runner.query(`
      CREATE TABLE integrations (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        credential_id uuid NOT NULL REFERENCES credentials (id),
        open_id text NOT NULL,
        display_name text,
        username text,
        avatar_url text,
        status text NOT NULL CHECK (status IN ('pending', 'active', 'expired', 'disconnected')),
        status_reason text,
        requested_scopes text[] NOT NULL,
        granted_scopes text[] NOT NULL,
        connected_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, open_id),
        -- What belongs to an integration refers to it together with its organisation: never to somebody else's.
        UNIQUE (organisation_id, id)
      )`);
    await runner.query(`CREATE INDEX integrations_credential ON integrations (credential_id)`);
    await runner.query(`CREATE INDEX integrations_open_id ON integrations (open_id)`);
    await runner.query(`
      CREATE TABLE oauth_states (
        state_hash bytea PRIMARY KEY,
        organisation_id text NOT NULL,
        user_id text NOT NULL,
        return_url text NOT NULL,
        scopes text[] NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX oauth_states_expiry ON oauth_states (expires_at)`);
    await reserveForSystem(runner, 'credentials');
    await isolateTenants(runner, 'integrations');
    await isolateTenants(runner, 'oauth_states');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE oauth_states, integrations, credentials`);
  }
}
