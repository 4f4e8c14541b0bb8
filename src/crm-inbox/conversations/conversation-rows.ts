// Columns are named, because a statement with `*` is not prepared: planning would cost as much as reading.
const CONVERSATION = `
  c.id, c.organisation_id, c.integration_id, c.kind, c.video_id, c.root_comment_id, c.status, c.assignee, c.unread_count,
  c.last_read_at, c.last_message_at, c.last_message_text, c.last_message_direction, c.last_inbound_at, c.last_outbound_at,
  c.person_key, c.ad, c.change_id`;
const MESSAGE = `
  m.id, m.organisation_id, m.comment_id, m.parent_id, m.type, m.direction, m.author_id, m.author_name, m.author_username,
  m.author_picture, m.text, m.image_url, m.content, m.likes, m.replies, m.liked, m.pinned, m.visibility, m.source,
  m.sent_at, m.unread, m.read_at, m.erased_at`;
const COLUMNS = `
  c.id, c.integration_id AS "integrationId", c.kind, c.video_id AS "videoId", c.root_comment_id AS "rootCommentId",
  c.status, c.assignee, c.unread_count AS "unreadCount", c.last_read_at AS "lastReadAt",
  c.last_message_at AS "lastMessageAt", c.last_message_text AS "lastMessageText",
  c.last_message_direction AS "lastMessageDirection", c.last_inbound_at AS "lastInboundAt",
  c.last_outbound_at AS "lastOutboundAt", c.ad, c.change_id AS "changeId"`;

/**
 * Selects conversations with their contacts. Contacts are joined to the page only, and not to everything that is sorted.
 * @param tail the SQL after `SELECT … FROM conversations c`
 * @param order of the page
 */
export function selectConversations(tail: string, order: string): string {
  return `
    SELECT ${COLUMNS}, k.id AS "contactId", k.name AS "contactName", k.username AS "contactUsername",
      k.picture AS "contactPicture"
    FROM (SELECT ${CONVERSATION} FROM conversations c ${tail}) AS c
    LEFT JOIN crm_contacts k ON k.organisation_id = c.organisation_id AND k.person_key = c.person_key
    ORDER BY ${order}`;
}

/** Selects messages with their contacts and media. What the contact's newest message showed counts. */
export function selectMessages(tail: string, order: string): string {
  return `
    SELECT m.id, m.comment_id AS "tiktokId", m.parent_id AS "parentTiktokId", m.type, m.direction, k.id AS "contactId",
      coalesce(k.name, m.author_name) AS "authorName", coalesce(k.username, m.author_username) AS "authorUsername",
      coalesce(k.picture, m.author_picture) AS "authorPicture",
      CASE WHEN m.visibility <> 'deleted' THEN m.text END AS text, m.image_url AS "imageUrl", m.content,
      m.likes::float8 AS likes, m.replies::float8 AS replies, m.liked, m.pinned, m.visibility, m.source,
      m.sent_at AS "sentAt", m.unread, m.read_at AS "readAt", m.erased_at AS "erasedAt", x.id AS "mediaRowId",
      x.status AS "mediaStatus", x.media_type AS "mediaType", x.bytes AS "mediaBytes", x.width AS "mediaWidth",
      x.height AS "mediaHeight"
    FROM (SELECT ${MESSAGE} FROM messages m ${tail}) AS m
    LEFT JOIN crm_contacts k ON k.organisation_id = m.organisation_id AND k.person_key = m.author_id
      AND m.direction = 'in'
    LEFT JOIN message_media x ON x.message_id = m.id
    ORDER BY ${order}`;
}
