import type { ConversationType } from '../../../tiktok/index.js';

// Requests first: they are few, and TikTok announces none of them to some accounts.
export const CONVERSATION_TYPES: readonly [ConversationType, ConversationType] = ['STRANGER', 'SINGLE'];

/** The page at which a killed run continues. */
export interface MessagesPlace {
  type: ConversationType;
  cursor: number;
}

export function placeText({ type, cursor }: MessagesPlace): string {
  return `${type}:${cursor}`;
}

/** @returns the first page for a place that is missing, or that another version wrote */
export function readPlace(text: string | null): MessagesPlace {
  const [, type, cursor] = /^(STRANGER|SINGLE):(\d{1,9})$/.exec(text ?? '') ?? [];
  const known = CONVERSATION_TYPES.find((one) => one === type);
  return known ? { type: known, cursor: Number(cursor) } : { type: CONVERSATION_TYPES[0], cursor: 0 };
}

/**
 * Where a list continues after a page. Pure.
 * @returns undefined at its end; `cut` if TikTok announces more and does not say where
 */
export function nextPage(
  place: MessagesPlace,
  { cursor, has_more: hasMore }: { cursor?: unknown; has_more: boolean },
): MessagesPlace | 'cut' | undefined {
  if (!hasMore) return undefined;
  const next = Number(cursor);
  // Any other cursor would repeat pages forever.
  return Number.isSafeInteger(next) && next > place.cursor ? { ...place, cursor: next } : 'cut';
}

/** The first page of the next list; undefined after the last one. */
export function nextList({ type }: MessagesPlace): MessagesPlace | undefined {
  const next = CONVERSATION_TYPES[CONVERSATION_TYPES.indexOf(type) + 1];
  return next && { type: next, cursor: 0 };
}
