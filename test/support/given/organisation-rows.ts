import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../database.js';

/** What one organisation has: a row in every table. */
export interface OrganisationRows {
  organisationId: string;
  credentialId: string;
  integrationId: string;
  publicationId: string;
  syncRunId: string;
  eventId: string;
  conversationId: string;
}

/** Writes a row into every table, as the owner, for a new organisation. */
export async function insertRows(database: TestDatabase): Promise<OrganisationRows> {
  const rows: OrganisationRows = {
    organisationId: `org-${randomUUID()}`,
    credentialId: randomUUID(),
    integrationId: randomUUID(),
    publicationId: randomUUID(),
    syncRunId: randomUUID(),
    eventId: randomUUID(),
    conversationId: randomUUID(),
  };
  const { organisationId: org, credentialId, integrationId, eventId, conversationId } = rows;
  const q = (sql: string, values: unknown[]) => database.query(sql, values);
  await q(
    `INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at,
       access_expires_at, refresh_expires_at)
     VALUES ($1, 'login', 'app', $2, 'x', 'x', '{}', now(), now(), now())`,
    [credentialId, org],
  );
  await q(
    `INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
     VALUES ($1, $2, $3, $2, 'active', '{}', '{}', 'tester')`,
    [integrationId, org, credentialId],
  );
  await q(
    `INSERT INTO oauth_states (state_hash, organisation_id, user_id, return_url, scopes, expires_at)
     VALUES (sha256($1::text::bytea), $1, 'tester', 'https://admin.example/', '{}', now())`,
    [org],
  );
  await q(
    `INSERT INTO publications (id, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
       allow_duet, allow_stitch, status, created_by)
     VALUES ($1, $2, $3, 'video', 'direct', 't', 'c', 'SELF_ONLY', false, false, false, 'ready', 'tester')`,
    [rows.publicationId, org, integrationId],
  );
  await q(
    `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status)
     VALUES ($1, $2, $3, 'videos', 'manual', 'queued')`,
    [rows.syncRunId, org, integrationId],
  );
  await q(
    `INSERT INTO social_activity (integration_id, video_id, organisation_id, caption, published_at, views, likes, comments,
       shares, captured_at)
     VALUES ($1, '7602997517160123666', $2, 'c', now(), 1, 1, 1, 1, now())`,
    [integrationId, org],
  );
  await q(
    `INSERT INTO webhook_events (id, dedupe_key, client_key, raw_body, signed_at, received_at, late, status)
     VALUES ($1, sha256($2::text::bytea), 'app', '', now(), now(), false, 'processed')`,
    [eventId, org],
  );
  await q(`INSERT INTO webhook_receipts (organisation_id, event_id, integration_id) VALUES ($1, $2, $3)`, [
    org,
    eventId,
    integrationId,
  ]);
  await q(
    `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
     VALUES ($1, $2, $3, 'comment', '1', '1', now())`,
    [conversationId, org, integrationId],
  );
  await q(
    `INSERT INTO messages (id, organisation_id, conversation_id, comment_id, text, visibility, sent_at, changed_at)
     VALUES ($1, $2, $3, '1', 'hello', 'public', now(), now())`,
    [randomUUID(), org, conversationId],
  );
  return rows;
}
