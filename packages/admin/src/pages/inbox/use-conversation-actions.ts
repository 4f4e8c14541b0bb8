import { useCallback } from 'react';
import type { CrmConversationView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { OPENED, USERS, useShowConversation } from './conversation-store.js';

/** What users do with a conversation. The answer is shown at once in the lists. */
export function useConversationActions({ id }: CrmConversationView) {
  const show = useShowConversation();
  const changes = [[...OPENED, id]];
  const params = { path: { conversationId: id } };
  const status = useChange(
    (connector, action: 'close' | 'reopen' | 'pending') =>
      connector.POST(`/api/crm/conversations/{conversationId}/${action}`, { params }),
    { changes },
  );
  const assignment = useChange(
    (connector, assignee: string | null) =>
      connector.POST('/api/crm/conversations/{conversationId}/assign', { params, body: { assignee } }),
    { changes: [...changes, USERS] },
  );
  const { mutate: read } = useChange(
    (connector, conversationId: string) =>
      connector.POST('/api/crm/conversations/{conversationId}/read', {
        params: { path: { conversationId } },
      }),
    // The user did not ask for it, and reads the messages anyway.
    { changes, shown: false },
  );
  const markRead = useCallback(() => read(id, { onSuccess: show }), [read, id, show]);
  return {
    setStatus: (action: 'close' | 'reopen' | 'pending') => status.mutate(action, { onSuccess: show }),
    assign: (assignee: string | null) => assignment.mutate(assignee, { onSuccess: show }),
    markRead,
    isPending: status.isPending || assignment.isPending,
  };
}

export type ConversationActions = ReturnType<typeof useConversationActions>;
