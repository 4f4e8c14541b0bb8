// The columns that a view needs, in one read: the contact is found by its key.
const COLUMNS = `
  c.id, c.integration_id AS "integrationId", c.kind, c.video_id AS "videoId", c.root_comment_id AS "rootCommentId",
  c.status, c.assignee, c.unread_count AS "unreadCount", c.last_read_at AS "lastReadAt",
  c.last_message_at AS "lastMessageAt", c.last_message_text AS "lastMessageText",
  c.last_message_direction AS "lastMessageDirection", c.last_inbound_at AS "lastInboundAt",
  c.last_outbound_at AS "lastOutboundAt", c.ad, c.change_id AS "changeId"`;

/**
 * Selects conversations with their contacts. Contacts are joined to the page only, and not to everything that is sorted.
 * @param tail the SQL after `SELECT * FROM conversations c`
 * @param order of the page
 */
export function selectConversations(tail: string, order: string): string {
  return `
    SELECT ${COLUMNS}, k.id AS "contactId", k.name AS "contactName", k.username AS "contactUsername",
      k.picture AS "contactPicture"
    FROM (SELECT * FROM conversations c ${tail}) AS c
    LEFT JOIN crm_contacts k ON k.organisation_id = c.organisation_id AND k.person_key = c.person_key
    ORDER BY ${order}`;
}

/** Selects messages with their contacts. What the contact's newest message showed counts. */
export function selectMessages(tail: string, order: string): string {
  return `
    SELECT m.id, m.comment_id AS "tiktokId", m.parent_id AS "parentTiktokId", m.type, m.direction, k.id AS "contactId",
      coalesce(k.name, m.author_name) AS "authorName", coalesce(k.username, m.author_username) AS "authorUsername",
      coalesce(k.picture, m.author_picture) AS "authorPicture",
      CASE WHEN m.visibility <> 'deleted' THEN m.text END AS text, m.image_url AS "imageUrl", m.content,
      m.likes::float8 AS likes, m.replies::float8 AS replies, m.liked, m.pinned, m.visibility, m.source,
      m.sent_at AS "sentAt", m.unread, m.read_at AS "readAt", m.erased_at AS "erasedAt"
    FROM (SELECT * FROM messages m ${tail}) AS m
    LEFT JOIN crm_contacts k ON k.organisation_id = m.organisation_id AND k.person_key = m.author_id
      AND m.direction = 'in'
    ORDER BY ${order}`;
}
