import { addPlacement, type AdPlacements } from './ad-placement.js';
import { latestValues, type LatestValues } from './latest-values.js';
import type { MessageFact } from './message-fact.js';
import { addText, type SeenText } from './seen-texts.js';
import type { Visibility } from './visibility.js';

/** A report of who sees a message. */
export interface SeenState {
  visibility: Visibility;
  at: number;
  toldAt: number;
  actor?: string;
}

/** What lists say of it since when, and until when. */
export interface ListedState {
  listed: 'public' | 'hidden';
  since: number;
  at: number;
}

export type Latest = { [Field in keyof LatestValues]?: { value: LatestValues[Field]; at: number } };

/**
 * Everything that TikTok has said about a message. Merging is commutative, associative and idempotent, so that the result
 * does not depend on the order in which webhooks, lists and answers arrive. Times are in milliseconds.
 */
export interface MessageFacts {
  /** The earliest time of any fact. */
  seen: number;
  /** From lists, in whole seconds. */
  created?: number;
  /** From events. */
  inserted?: number;
  own?: boolean;
  /** The organisation erased the person. `everything`: neither who it is nor what the message said is kept. */
  erased?: 'person' | 'everything';
  states: SeenState[];
  list?: ListedState;
  texts: SeenText[];
  latest: Latest;
  /** The ad groups that show the comment. */
  ads?: AdPlacements;
  /** Set beside `ads` if a source of the post's own account has shown the comment, too. Without `ads`, none but those have. */
  organic?: true;
}

const PERSON = ['key', 'name', 'username', 'picture', 'adName', 'adPicture'] as const;
const CONTENT = ['imageUrl', 'content', 'adText'] as const;
/** The latest values that say who wrote a message, and what. An erasure removes them. */
export const PERSONAL: readonly (keyof LatestValues)[] = [...PERSON, ...CONTENT];

/** Adds a fact. @param facts undefined for a new message */
export function addFact(facts: MessageFacts | undefined, fact: MessageFact): MessageFacts {
  const at = fact.at.getTime();
  const before = facts ?? { seen: at, states: [], texts: [], latest: {} };
  const merged: MessageFacts = {
    ...before,
    ...timesOf(before, fact),
    ...(fact.isOwn === true && { own: true }),
    states: fact.visibility ? addState(before.states, stateOf(fact)) : before.states,
    texts: fact.text === null || fact.ad ? before.texts : addText(before.texts, fact.text, at),
    latest: addLatest(before.latest, fact),
    ...(fact.ad && { ads: addPlacement(before.ads, fact.ad, at) }),
  };
  if (merged.ads && isOrganic(facts, fact)) merged.organic = true;
  const list = addListed(before.list, fact.listed, at);
  if (list) merged.list = list;
  return withoutPersonal(merged);
}

/** True once TikTok has reported the deletion: it is final, whatever arrives later. */
export function isDeleted({ states }: MessageFacts): boolean {
  return states.some(({ visibility }) => visibility === 'deleted');
}

/** True if only lists of ad comments have shown it, so that only ad accounts can act on it. */
export function isAdOnly({ ads, organic }: MessageFacts): boolean {
  return ads !== undefined && !organic;
}

/** Removes who wrote a message and, with `everything`, what it says. Later facts do not bring it back. */
export function eraseFacts(facts: MessageFacts, erased: 'person' | 'everything'): MessageFacts {
  return withoutPersonal({ ...facts, erased: facts.erased === 'everything' ? facts.erased : erased });
}

/** Removes what must not be kept. */
export function withoutPersonal(facts: MessageFacts): MessageFacts {
  const isContentGone = facts.erased === 'everything' || isDeleted(facts);
  if (!facts.erased && !isContentGone) return facts;
  const latest = { ...facts.latest };
  const gone = [...(facts.erased ? PERSON : []), ...(isContentGone ? CONTENT : [])];
  for (const field of gone) delete latest[field];
  return { ...facts, texts: isContentGone ? [] : facts.texts, latest };
}

function isOrganic(before: MessageFacts | undefined, fact: MessageFact): boolean {
  return fact.kind !== 'ad_comment' || (before !== undefined && !isAdOnly(before));
}

function timesOf(before: MessageFacts, { at, sentAt, source }: MessageFact): Partial<MessageFacts> {
  const seen = Math.min(before.seen, at.getTime());
  if (!sentAt) return { seen };
  const field = source === 'webhook' ? 'inserted' : 'created';
  return { seen, [field]: Math.min(before[field] ?? Infinity, sentAt.getTime()) };
}

function stateOf({ visibility, actor, at, toldAt }: MessageFact): SeenState {
  return {
    visibility: visibility ?? 'unknown',
    at: at.getTime(),
    toldAt: toldAt.getTime(),
    ...(actor !== null && { actor }),
  };
}

/** Adds a report, unless it is there. */
export function addState(states: readonly SeenState[], state: SeenState): SeenState[] {
  if (states.some((one) => isSame(one, state))) return [...states];
  return [...states, state].toSorted(inOrder);
}

function isSame(one: SeenState, other: SeenState): boolean {
  const { visibility, at, toldAt, actor } = one;
  const isSameTime = at === other.at && toldAt === other.toldAt;
  return isSameTime && visibility === other.visibility && actor === other.actor;
}

// Of two reports of the same moment, the one that shows the comment to fewer readers counts.
const RANK: readonly Visibility[] = ['unknown', 'public', 'friends', 'hidden', 'deleted'];

function inOrder(one: SeenState, other: SeenState): number {
  return (
    one.at - other.at ||
    one.toldAt - other.toldAt ||
    RANK.indexOf(one.visibility) - RANK.indexOf(other.visibility) ||
    ((one.actor ?? '') < (other.actor ?? '') ? -1 : 1)
  );
}

/** Lists are read one after the other, so an older one says nothing new. */
export function addListed(
  before: ListedState | undefined,
  listed: MessageFact['listed'],
  at: number,
): ListedState | undefined {
  if (listed === null) return before;
  if (!before) return { listed, since: at, at };
  if (before.listed === listed)
    return { listed, since: Math.min(before.since, at), at: Math.max(before.at, at) };
  return at > before.at ? { listed, since: at, at } : before;
}

function addLatest(before: Latest, fact: MessageFact): Latest {
  const at = fact.at.getTime();
  const said = Object.entries(latestValues(fact))
    .filter(([, value]) => value !== null)
    .map(([field, value]) => [field, { value, at }] as const);
  return laterOf(before, Object.fromEntries(said) as Latest);
}

/** Takes the later one of each value. */
export function laterOf(before: Latest, said: Latest): Latest {
  const later = Object.entries(said).filter(([field, one]) => isNewer(one, before[field as keyof Latest]));
  return { ...before, ...(Object.fromEntries(later) as Latest) };
}

function isNewer(
  one: { value: unknown; at: number },
  other: { value: unknown; at: number } | undefined,
): boolean {
  if (!other || one.at !== other.at) return !other || one.at > other.at;
  return JSON.stringify(one.value) > JSON.stringify(other.value);
}
