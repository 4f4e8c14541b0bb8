import type { EntityManager } from 'typeorm';

const PREVIEW = 200;

// Everything follows from the messages, so that the order of their arrival does not matter.
const SUMMARISE = `
  UPDATE conversations c SET last_message_at = coalesce(s.sent_at, c.last_message_at), last_message_text = s.preview,
    last_message_direction = s.direction, last_inbound_at = s.inbound, last_outbound_at = s.outbound,
    unread_count = s.unread, person_key = s.person,
    ad = CASE WHEN c.kind = 'ad_comment' THEN (SELECT m.ads->0 FROM messages m
      WHERE m.conversation_id = c.id AND m.ads IS NOT NULL ORDER BY m.sent_at, m.comment_id LIMIT 1) END
  FROM (
    SELECT ids.id, newest.sent_at, newest.preview, newest.direction, latest_in.sent_at AS inbound,
      latest_out.sent_at AS outbound, person.author_id AS person,
      (SELECT count(*) FROM messages m WHERE m.conversation_id = ids.id AND m.unread) AS unread
    FROM unnest($1::uuid[]) AS ids (id)
    LEFT JOIN LATERAL (SELECT m.sent_at, left(m.text, ${PREVIEW}) AS preview, m.direction FROM messages m
      WHERE m.conversation_id = ids.id ORDER BY m.sent_at DESC, m.comment_id DESC LIMIT 1) AS newest ON true
    LEFT JOIN LATERAL (SELECT m.sent_at FROM messages m WHERE m.conversation_id = ids.id AND m.direction = 'in'
      ORDER BY m.sent_at DESC LIMIT 1) AS latest_in ON true
    LEFT JOIN LATERAL (SELECT m.sent_at FROM messages m WHERE m.conversation_id = ids.id AND m.direction = 'out'
      ORDER BY m.sent_at DESC LIMIT 1) AS latest_out ON true
    LEFT JOIN LATERAL (SELECT m.author_id FROM messages m WHERE m.conversation_id = ids.id AND m.direction = 'in'
      AND m.author_id IS NOT NULL ORDER BY m.sent_at, m.comment_id LIMIT 1) AS person ON true
  ) AS s WHERE c.id = s.id`;

/** Writes the newest message, the unread ones, the person and the ad of conversations. */
export async function summarise(em: EntityManager, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await em.query(SUMMARISE, [conversationIds]);
}
