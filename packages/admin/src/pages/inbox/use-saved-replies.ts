import type { SavedReplyDto } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { REPLY_MESSAGES } from './reply.messages.js';

const SAVED = ['crm', 'saved-replies'];

/** The saved replies of the organisation; they are read once a user wants one. */
export function useSavedReplies(isWanted: boolean) {
  return useList(
    SAVED,
    (connector, cursor, signal) =>
      connector.GET('/api/crm/saved-replies', {
        params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    { enabled: isWanted },
  );
}

/** Creates a saved reply, or replaces the one with the id. */
export function useSaveReply() {
  const text = useText(REPLY_MESSAGES);
  return useChange(
    async (connector, { id, ...body }: SavedReplyDto & { id?: string | undefined }) =>
      id === undefined
        ? await connector.POST('/api/crm/saved-replies', { body })
        : await connector.PUT('/api/crm/saved-replies/{savedReplyId}', {
            params: { path: { savedReplyId: id } },
            body,
          }),
    { changes: [SAVED], done: text('saved'), shown: false },
  );
}

export function useDeleteSavedReply() {
  const text = useText(REPLY_MESSAGES);
  return useChange(
    (connector, savedReplyId: string) =>
      connector.DELETE('/api/crm/saved-replies/{savedReplyId}', { params: { path: { savedReplyId } } }),
    { changes: [SAVED], done: text('deletedDone') },
  );
}
