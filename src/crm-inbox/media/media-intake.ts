import type { EntityManager } from 'typeorm';

// An erased message has no content any longer, so its picture is not fetched again.
const NOTE = `
  INSERT INTO message_media (id, organisation_id, integration_id, message_id, media_id, status, due_at)
  SELECT new_id(), organisation_id, integration_id, id, content ->> 'mediaId', 'pending', now() FROM messages
  WHERE integration_id = $1 AND comment_id = ANY($2) AND type IN ('image', 'video') AND content ->> 'mediaId' IS NOT NULL
  ON CONFLICT (message_id) DO NOTHING`;

/** Orders the download of the pictures and videos of messages, in the transaction that stores the messages. */
export async function noteMedia(
  em: EntityManager,
  integrationId: string,
  messageIds: readonly string[],
): Promise<void> {
  if (messageIds.length > 0) await em.query(NOTE, [integrationId, messageIds]);
}
