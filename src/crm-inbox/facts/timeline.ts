import type { Visibility } from './visibility.js';
import type { TimelineKind } from './timeline-kinds.js';
import { isDeleted, type MessageFacts, type SeenState } from './message-facts.js';

export const MESSAGE_CHANGES = [
  'edited',
  'hidden',
  'unhidden',
  'friends_only',
  'deleted',
] as const satisfies TimelineKind[];
/** What happened to a message. */
export type MessageChange = (typeof MESSAGE_CHANGES)[number];

/** A line of the timeline that follows from the facts. */
export interface TimelineLine {
  type: MessageChange;
  at: number;
  actor: string | null;
  details: Record<string, unknown>;
}

// TikTok's lists lag behind its events.
const LIST_LAG_MS = 60_000;

const CHANGE_TO: Record<Exclude<Visibility, 'unknown'>, MessageChange> = {
  public: 'unhidden',
  friends: 'friends_only',
  hidden: 'hidden',
  deleted: 'deleted',
};

/** The changes of a message, oldest first. Reports of the same change are one line. */
export function timelineOf(facts: MessageFacts): TimelineLine[] {
  return [...visibilityChanges(facts).changes, ...edits(facts)].toSorted((one, other) => one.at - other.at);
}

/** Who sees the message now. `unknown`: TikTok has reported only actions that this version does not know. */
export function visibilityOf(facts: MessageFacts): { visibility: Visibility; since: number } {
  const { visibility, since } = visibilityChanges(facts);
  const isKnown = facts.list !== undefined || facts.states.some((one) => one.visibility !== 'unknown');
  return { visibility: isKnown || facts.states.length === 0 ? visibility : 'unknown', since };
}

function visibilityChanges(facts: MessageFacts): {
  changes: TimelineLine[];
  visibility: Exclude<Visibility, 'unknown'>;
  since: number;
} {
  const changes: TimelineLine[] = [];
  let visibility: Exclude<Visibility, 'unknown'> = 'public';
  let since = facts.seen;
  for (const state of decisiveStates(facts)) {
    const { visibility: next, at, actor } = state;
    if (next === 'unknown') continue;
    const last = changes.at(-1);
    if (next !== visibility) changes.push(line(CHANGE_TO[next], at, actor));
    else if (last && last.actor === null && actor !== undefined) last.actor = actor;
    visibility = next;
    since = at;
  }
  const listed = listedChange(facts, visibility, since);
  if (!listed) return { changes, visibility, since };
  return {
    changes: [...changes, line(CHANGE_TO[listed.visibility], listed.at)],
    visibility: listed.visibility,
    since: listed.at,
  };
}

/** A deletion is the last change. */
function decisiveStates({ states }: MessageFacts): SeenState[] {
  const deletion = states.findIndex(({ visibility }) => visibility === 'deleted');
  // Later reports of it may name the user who caused it.
  return states.filter(
    ({ visibility }, index) => deletion < 0 || index <= deletion || visibility === 'deleted',
  );
}

/** A change that no event has reported. */
function listedChange(
  facts: MessageFacts,
  visibility: Visibility,
  since: number,
): { visibility: 'public' | 'hidden'; at: number } | undefined {
  const { list } = facts;
  if (!list || visibility === 'deleted') return undefined;
  const at = Math.max(list.since, since);
  if (list.listed === 'hidden' && visibility !== 'hidden' && list.at > since)
    return { visibility: 'hidden', at };
  if (list.listed === 'public' && visibility === 'hidden' && list.at > since + LIST_LAG_MS)
    return { visibility: 'public', at };
  return undefined;
}

/** Every text but the first. After a deletion, none is kept. */
function edits(facts: MessageFacts): TimelineLine[] {
  if (isDeleted(facts)) return [];
  return facts.texts
    .slice(1)
    .map(({ text, from }) => Object.assign(line('edited', from), { details: { text } }));
}

function line(type: MessageChange, at: number, actor?: string): TimelineLine {
  return { type, at, actor: actor ?? null, details: {} };
}
