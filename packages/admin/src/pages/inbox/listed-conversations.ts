import type { CrmConversationView } from 'tiktok-connector-client';

interface Page {
  items: CrmConversationView[];
  nextCursor?: string;
}

export interface Pages {
  pages: Page[];
  pageParams: (string | undefined)[];
}

/**
 * Puts a changed conversation at its place in a loaded list, the most recently active first. What belongs behind the loaded
 * pages is left out: the next page brings it.
 */
export function placeConversation(list: Pages, changed: CrmConversationView, isShown: boolean): Pages {
  const pages = list.pages.map((page) => withoutConversation(page, changed.id));
  if (!isShown) return { ...list, pages };
  const index = pages.findIndex(({ items }) => items.some((item) => isBefore(changed, item)));
  if (index >= 0)
    return { ...list, pages: pages.map((page, at) => (at === index ? insert(page, changed) : page)) };
  const last = pages.at(-1);
  if (last === undefined || last.nextCursor !== undefined) return { ...list, pages };
  return { ...list, pages: [...pages.slice(0, -1), { ...last, items: [...last.items, changed] }] };
}

function withoutConversation(page: Page, id: string): Page {
  if (page.items.every((item) => item.id !== id)) return page;
  return { ...page, items: page.items.filter((item) => item.id !== id) };
}

function insert(page: Page, changed: CrmConversationView): Page {
  const at = page.items.findIndex((item) => isBefore(changed, item));
  return { ...page, items: page.items.toSpliced(at, 0, changed) };
}

function isBefore(one: CrmConversationView, other: CrmConversationView): boolean {
  return Date.parse(one.lastMessageAt) >= Date.parse(other.lastMessageAt);
}
