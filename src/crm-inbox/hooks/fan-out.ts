import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConversationChanges } from '../stream/conversation-changes.js';

// A delivery that waits reports the latest state, so that many changes of one conversation are one delivery.
const FAN_OUT = `
  INSERT INTO crm_webhook_deliveries AS d (id, organisation_id, webhook_id, type, conversation_id, message_id, due_at)
  SELECT new_id(), w.organisation_id, w.id, e.type, e.conversation_id, e.message_id, now()
  FROM crm_webhooks w
  JOIN (
    SELECT 'conversation.created' AS type, unnest($2::uuid[]) AS conversation_id, NULL::uuid AS message_id
    UNION SELECT 'conversation.updated', unnest($3::uuid[]), NULL
    UNION SELECT 'message.created', m.conversation_id, m.id FROM messages m WHERE m.id = ANY ($4)
  ) AS e ON e.type = ANY (w.events)
  WHERE w.organisation_id = $1 AND w.enabled
  ON CONFLICT (webhook_id, type, conversation_id, coalesce(message_id, conversation_id)) WHERE status = 'pending'
  DO UPDATE SET change = d.change + 1`;

/** Writes what every address of an organisation is to receive, in the transaction of the change. */
@Injectable()
export class FanOut implements OnModuleInit {
  constructor(private readonly changes: ConversationChanges) {}

  onModuleInit(): void {
    this.changes.listen(async (em, { organisationId, created, updated, messages }) => {
      await em.query(FAN_OUT, [organisationId, created, updated, messages]);
    });
  }
}
