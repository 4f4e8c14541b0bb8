import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { type CrmConversationView, type QueuedReplyView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { OPENED } from './conversation-store.js';
import { REPLY_MESSAGES } from './reply.messages.js';

interface Draft {
  text: string;
  /** The message that it answers. */
  messageId?: string | undefined;
}

/**
 * Sends a reply or a direct message. The key stays the same until the service has taken the text, so that a second click after a
 * lost answer sends nothing twice.
 */
export function useSend({ id, kind }: CrmConversationView) {
  const text = useText(REPLY_MESSAGES);
  const attempt = useRef<{ key: string; body: string }>(undefined);
  const send = useChange(
    async (connector, draft: Draft) => {
      const body = JSON.stringify(draft);
      if (attempt.current?.body !== body) attempt.current = { key: crypto.randomUUID(), body };
      const params = {
        path: { conversationId: id },
        header: { 'Idempotency-Key': attempt.current.key },
      };
      const { text: words, messageId } = draft;
      return kind === 'message'
        ? await connector.POST('/api/crm/conversations/{conversationId}/messages', {
            params,
            body: { text: words, ...(messageId !== undefined && { quotedMessageId: messageId }) },
          })
        : await connector.POST('/api/crm/conversations/{conversationId}/reply', {
            params,
            body: { text: words, ...(messageId !== undefined && { messageId }) },
          });
    },
    // The field shows why it was refused.
    { changes: [[...OPENED, id]], shown: false },
  );
  const taken = (reply: object) => {
    attempt.current = undefined;
    if ('warnings' in reply && (reply as QueuedReplyView).warnings.includes('similar_replies'))
      notifications.show({ color: 'yellow', message: text('similar'), autoClose: 15_000 });
  };
  return { ...send, taken };
}
