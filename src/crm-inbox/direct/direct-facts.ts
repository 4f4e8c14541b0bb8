import { messageFact, type FactSource, type MessageFact } from '../facts/message-fact.js';
import type { DirectMessageFact } from './direct-message.js';

/** The key of the thread that collects what Europeans write, of which TikTok says nothing but the time. */
export const EUROPEAN_THREAD = 'european';

/** How a source shows the person, if it does. */
export interface ShownPerson {
  key?: string | null;
  name?: string | null;
  picture?: string | null;
}

/**
 * Turns a message into a fact of the inbox. What a message contains never changes, so both sources say it for the same
 * moment; names and pictures are true when they are read.
 */
export function factOf(
  message: DirectMessageFact,
  {
    source,
    at,
    businessId,
    shown = {},
  }: { source: FactSource; at: Date; businessId: string | null; shown?: ShownPerson },
): MessageFact {
  const isOwn = message.direction === 'out';
  return messageFact({
    kind: 'message',
    id: message.messageId,
    source,
    at,
    threadKey: message.conversationId,
    type: message.type,
    sentAt: message.at,
    text: message.text,
    isOwn,
    author: isOwn ? { key: businessId } : personOf(message, shown),
    content: contentOf(message),
  });
}

/** A message of a European: known by its time only. */
export function europeanFact(at: Date): MessageFact {
  return messageFact({
    kind: 'message',
    id: `${EUROPEAN_THREAD}-${at.getTime()}`,
    source: 'webhook',
    at,
    threadKey: EUROPEAN_THREAD,
    type: EUROPEAN_THREAD,
    sentAt: at,
  });
}

/** What a message contains beside its text; null for nothing. */
function contentOf(message: DirectMessageFact): Record<string, unknown> | null {
  const { mediaId, videoId, card, quotedMessageId, source, autoType, unknownType } = message;
  const url = message.url;
  const said = {
    mediaId,
    url,
    videoId: videoId ?? idInUrl(url),
    card,
    quotedMessageId,
    source,
    autoType,
    unknownType,
  };
  const known = Object.entries(said).filter(([, value]) => value !== null);
  return known.length === 0 ? null : Object.fromEntries(known);
}

/** Lists name a shared post only by its address. */
function idInUrl(url: string | null): string | null {
  return /\/(\d{15,20})(?:[/?#]|$)/.exec(url ?? '')?.[1] ?? null;
}

/** Without a key nothing shows whether the person has been erased, so nothing else is kept. */
function personOf(message: DirectMessageFact, shown: ShownPerson): MessageFact['author'] | undefined {
  const key = message.personKey ?? shown.key ?? null;
  if (key === null) return undefined;
  return {
    key,
    username: message.personUsername,
    name: shown.name ?? null,
    picture: shown.picture ?? null,
  };
}
