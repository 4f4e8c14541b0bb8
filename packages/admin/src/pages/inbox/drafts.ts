import { useState } from 'react';

const drafts = new Map<string, string>();

/** What a user has typed in a conversation. It stays while they look at other ones, and ends with the tab. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(conversationId) ?? '');
  return [
    text,
    (next) => {
      if (next === '') drafts.delete(conversationId);
      else drafts.set(conversationId, next);
      setText(next);
    },
  ];
}
