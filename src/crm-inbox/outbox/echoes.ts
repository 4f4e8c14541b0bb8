import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrgContext } from '../../database/index.js';
import { ConversationChanges } from '../stream/conversation-changes.js';

const SHOWN = `UPDATE crm_outbox SET reach = 'public' WHERE integration_id = $1 AND sent_id = $2`;

// TikTok trims and joins blanks, and composes letters. The look compares exactly.
const LETTERS = (text: string) =>
  String.raw`regexp_replace(normalize(${text}, NFC), '[\s\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+', '', 'g')`;

// The message may be the result of a call whose answer was lost: look now, also after the last look. A row whose work is being
// saved is skipped, because that transaction may wait for the conversation.
const LOOK = `
  UPDATE crm_outbox SET due_at = now(), settled_at = NULL WHERE id IN (
    SELECT o.id FROM crm_outbox o JOIN messages m ON m.integration_id = o.integration_id
    WHERE m.id = ANY ($1) AND o.status = 'unknown' AND (${LETTERS("o.content->>'text'")} = ${LETTERS('m.text')}
      OR (o.kind = 'direct_message' AND o.conversation_id = m.conversation_id AND m.direction = 'out'))
    FOR UPDATE OF o SKIP LOCKED)`;

/** Relates what TikTok reports to what the service has sent. */
@Injectable()
export class Echoes implements OnModuleInit {
  constructor(
    private readonly changes: ConversationChanges,
    private readonly orgContext: OrgContext,
  ) {}

  /** Looks again for lost messages that have the text of a new one, or its conversation. The lease of a running look stays. */
  onModuleInit(): void {
    this.changes.listen(async (em, { messages }) => {
      if (messages.length > 0) await em.query(LOOK, [messages]);
    });
  }

  /** Notes that TikTok has made a comment public, which it does not do for a limited one. */
  async shown(organisationId: string, integrationId: string, commentId: string): Promise<void> {
    await this.orgContext.run(organisationId, 'note that a reply is public', () =>
      this.orgContext.transaction((em) => em.query(SHOWN, [integrationId, commentId])),
    );
  }
}
