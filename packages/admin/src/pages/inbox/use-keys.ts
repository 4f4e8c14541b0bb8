import { useHotkeys } from '@mantine/hooks';
import { useConversations, useOpenedConversation } from './use-conversations.js';

/** Keys do nothing while a user types, or while a dialog or menu is open. */
function unlessBusy(act: () => void): () => void {
  return () => {
    const overlays = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')];
    // A closed choice stays in the page, hidden.
    if (!overlays.some((overlay) => overlay.checkVisibility())) act();
  };
}

/** Returns the neighbours of the opened conversation in the list. */
export function useNeighbours() {
  const { items } = useConversations();
  const { conversationId } = useOpenedConversation();
  const index = items.findIndex(({ id }) => id === conversationId);
  // Without an opened conversation, both keys open the first one.
  return { next: items[index + 1]?.id, previous: index < 0 ? items[0]?.id : items[index - 1]?.id };
}

/** Moves through the list with j and k, and shows the help with ?. */
export function useListKeys(showHelp: () => void): void {
  const { open } = useOpenedConversation();
  const { next, previous } = useNeighbours();
  const go = (id: string | undefined) => id !== undefined && void open(id);
  useHotkeys([
    ['j', unlessBusy(() => go(next))],
    ['k', unlessBusy(() => go(previous))],
    ['shift+?', unlessBusy(showHelp)],
    ['?', unlessBusy(showHelp)],
  ]);
}

/** Replies with r and closes with e. */
export function useConversationKeys(reply: () => void, close: () => void): void {
  useHotkeys([
    ['r', unlessBusy(reply)],
    ['e', unlessBusy(close)],
  ]);
}
