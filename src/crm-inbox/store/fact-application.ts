import { newId } from '../../common/index.js';
import type { MessageFact } from '../facts/message-fact.js';
import { addFact, eraseFacts, type MessageFacts } from '../facts/message-facts.js';
import { messageState } from '../facts/message-state.js';
import { timelineOf, type TimelineLine } from '../facts/timeline.js';
import type { Inbox } from './inbox-lock.js';
import type { MessageRow } from './message-writer.js';
import type { StoredMessage } from './stored-messages.js';

/** What decides how facts change a message, beside the facts. */
export interface ApplyContext {
  inbox: Inbox;
  now: Date;
  /** When the organisation erased the persons. */
  erased: ReadonlyMap<string, Date>;
}

/** A message with its new facts. */
export interface AppliedMessage {
  row: Omit<MessageRow, 'conversationId'>;
  lines: readonly TimelineLine[];
  isNew: boolean;
  /** The row differs from the stored one. */
  isChanged: boolean;
  /** An agent sees a difference. A new picture or a later read is none. */
  isNews: boolean;
  timelineChanged: boolean;
}

/** Applies facts about one message, in any order. */
export function applyToMessage(
  stored: StoredMessage | undefined,
  facts: readonly MessageFact[],
  context: ApplyContext,
): AppliedMessage {
  const [first] = facts;
  if (!first) throw new Error('a message needs facts');
  const merged = facts.reduce<MessageFacts | undefined>(addFact, stored?.facts);
  if (!merged) throw new Error('facts have been lost');
  return withFacts({ stored, platformId: first.id, source: first.source }, merged, context);
}

/** What follows from all facts about a message. @param source of a new one */
export function withFacts(
  {
    stored,
    platformId,
    source,
  }: { stored: StoredMessage | undefined } & Pick<MessageRow, 'platformId' | 'source'>,
  merged: MessageFacts,
  { inbox, now, erased }: ApplyContext,
): AppliedMessage {
  const after = withErasure(merged, inbox, erased);
  const before = stored && messageState(stored.facts, stored.direction === 'out');
  const state = messageState(after, isOwn(after, inbox));
  const isWaiting =
    state.direction === 'in' &&
    state.visibility !== 'deleted' &&
    after.erased !== 'everything' &&
    state.sentAt >= inbox.since;
  const unread = isWaiting && !stored?.readAt;
  const lines = timelineOf(after);
  return {
    row: {
      ...state,
      id: stored?.id ?? newId(),
      platformId,
      source,
      unread,
      erasedAt: after.erased ? (erased.get(merged.latest.key?.value ?? '') ?? now) : null,
      facts: after,
    },
    lines,
    isNew: !stored,
    isChanged: JSON.stringify(sorted(after)) !== JSON.stringify(sorted(stored?.facts)),
    isNews: !before || shown(before) !== shown(state) || stored.unread !== unread,
    timelineChanged: JSON.stringify(lines) !== JSON.stringify(stored ? timelineOf(stored.facts) : []),
  };
}

export function isOwn(facts: MessageFacts, inbox: Inbox): boolean {
  return facts.own === true || inbox.ownKeys.includes(facts.latest.key?.value ?? '');
}

/** Erased persons stay unknown. What they wrote before the erasure is not kept, either. */
function withErasure(facts: MessageFacts, inbox: Inbox, erased: ReadonlyMap<string, Date>): MessageFacts {
  const erasedAt = erased.get(facts.latest.key?.value ?? '');
  if (!erasedAt || isOwn(facts, inbox)) return facts;
  return eraseFacts(facts, messageState(facts, false).sentAt <= erasedAt ? 'everything' : 'person');
}

function shown(state: ReturnType<typeof messageState>): string {
  return JSON.stringify({ ...state, authorPicture: null, imageUrl: state.imageUrl !== null });
}

/** PostgreSQL returns the fields of JSON in its own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
