export const ORGANISATION = 'bench';
export const CONVERSATIONS = Number(process.env.INBOX_CONVERSATIONS ?? 1_000_000);
export const MESSAGES = 1_000;

/**
 * One organisation with many conversations of one comment each, and one of many messages. A thousand persons wrote them. Run
 * as the owner.
 */
export const INBOX_SEED = `
  BEGIN;
  SELECT set_config('app.system_reason', 'seed a benchmark', true);
  INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at, access_expires_at,
    refresh_expires_at)
  VALUES (gen_random_uuid(), 'login', 'bench', '${ORGANISATION}', 'x', 'x', '{}', now(), now() + interval '1 day',
    now() + interval '1 year');
  INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
  SELECT gen_random_uuid(), subject, id, 'open', 'disconnected', '{}', '{}', 'bench' FROM credentials;
  INSERT INTO crm_contacts (id, organisation_id, person_hash, person_key, name, username, first_seen_at, last_seen_at)
  SELECT gen_random_uuid(), '${ORGANISATION}', sha256(n::text::bytea), 'person-' || n, 'Person ' || n, 'person.' || n, now(), now()
  FROM generate_series(0, 999) AS n;
  INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at,
    last_message_text, last_message_direction, last_inbound_at, person_key, status, unread_count, change_id)
  SELECT gen_random_uuid(), i.organisation_id, i.id, 'comment', (n % 1000 + 1)::text, (n + 1)::text,
    now() - n * interval '1 second', 'How much is number ' || n || '?', 'in', now() - n * interval '1 second',
    'person-' || n % 1000, CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'open' END, n % 2, gen_random_uuid()
  FROM integrations i CROSS JOIN generate_series(0, ${CONVERSATIONS - 1}) AS n;
  INSERT INTO messages (id, organisation_id, integration_id, conversation_id, comment_id, type, author_id, text, visibility,
    sent_at, changed_at, likes, replies, direction)
  SELECT gen_random_uuid(), c.organisation_id, c.integration_id, c.id, (9000000 + n)::text, 'reply', 'person-' || n % 1000,
    'This is reply number ' || n, 'public', now() - n * interval '1 minute', now(), n, 0, 'in'
  FROM (SELECT * FROM conversations WHERE root_comment_id = '1') AS c CROSS JOIN generate_series(1, ${MESSAGES}) AS n;
  COMMIT;
  VACUUM ANALYZE conversations;
  VACUUM ANALYZE messages;
  VACUUM ANALYZE crm_contacts;`;

/** A comment in each conversation, in which a search looks. It takes longer than all the rest, and nothing else needs it. */
export const SEARCH_SEED = `
  BEGIN;
  SELECT set_config('app.system_reason', 'seed a benchmark', true);
  INSERT INTO messages (id, organisation_id, integration_id, conversation_id, comment_id, type, author_id, author_name, text,
    visibility, sent_at, changed_at, direction)
  SELECT gen_random_uuid(), c.organisation_id, c.integration_id, c.id, c.root_comment_id, 'comment', c.person_key, 'Someone',
    c.last_message_text || ' I saw it in your video, and my size is M.', 'public', c.last_message_at, now(), 'in'
  FROM conversations c;
  COMMIT;
  VACUUM ANALYZE messages;`;
