import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { RunningConnector, Tenant } from '../connector.js';
import type { TestDatabase } from '../database.js';

/** An organisation with connected accounts that exist in the database only. */
export interface Accounts {
  organisationId: string;
  integrationIds: string[];
}

export async function addAccounts(database: TestDatabase, count: number): Promise<Accounts> {
  const organisationId = `org-${randomUUID()}`;
  const integrationIds = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at, access_expires_at,
       refresh_expires_at)
     SELECT id, 'login', 'app', id::text, 'x', 'x', '{}', now(), now(), now() FROM unnest($1::uuid[]) AS id`,
    [integrationIds],
  );
  await database.query(
    `INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
     SELECT id, $2, id, id::text, 'active', '{}', '{}', 'tester' FROM unnest($1::uuid[]) AS id`,
    [integrationIds, organisationId],
  );
  return { organisationId, integrationIds };
}

/** Makes one kind due at a time, and gives the organisation a turn then. */
export async function makeDue(
  database: TestDatabase,
  { organisationId, integrationIds }: Accounts,
  at: Date,
  kind = 'profile',
): Promise<void> {
  await database.query(
    `INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at)
     SELECT id, $3, $2, $4 FROM unnest($1::uuid[]) AS id
     ON CONFLICT (integration_id, kind) DO UPDATE SET due_at = excluded.due_at`,
    [integrationIds, organisationId, kind, at],
  );
  await database.query(
    `INSERT INTO sync_turns (organisation_id, turn_at) VALUES ($1, $2)
     ON CONFLICT (organisation_id) DO UPDATE SET turn_at = excluded.turn_at`,
    [organisationId, at],
  );
}

export interface ScheduleRow extends Record<string, unknown> {
  kind: string;
  dueAt: Date | null;
  problem: { code: string; message: string } | null;
}

export async function schedulesOf(
  { database }: Pick<RunningConnector, 'database'>,
  { integrationId }: Pick<Tenant, 'integrationId'>,
): Promise<ScheduleRow[]> {
  return await database.query<ScheduleRow>(
    'SELECT kind, due_at AS "dueAt", problem FROM sync_schedules WHERE integration_id = $1 ORDER BY kind',
    [integrationId],
  );
}

/** Waits until a new account has its schedules. */
export function untilPlanned(
  connector: Pick<RunningConnector, 'database'>,
  tenant: Pick<Tenant, 'integrationId'>,
): Promise<ScheduleRow[]> {
  return eventually(async () => {
    const rows = await schedulesOf(connector, tenant);
    return rows.length > 0 && rows;
  });
}
