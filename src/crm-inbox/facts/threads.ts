/** What a fact says about the place of a message. */
export interface PlaceFact {
  id: string;
  /** `comment` is at the top level. TikTok may send a parent for it, too. */
  type: string | null;
  parentId: string | null;
  threadKey: string | null;
}

/** What the store knows. */
export interface KnownThreads {
  /** The thread of each stored message. */
  ofMessage: ReadonlyMap<string, string>;
  /** The thread of stored replies to a comment that may not be stored itself. */
  ofReplies: ReadonlyMap<string, string>;
  /** Threads whose first comment is stored: they are final. */
  final: ReadonlySet<string>;
}

/** Where messages belong, and which provisional threads turned out to be parts of others. */
export interface Placement {
  threadOf: ReadonlyMap<string, string>;
  moved: ReadonlyMap<string, string>;
}

/**
 * Places messages in threads. A reply whose parent is unknown starts a provisional thread under the parent's id. As soon as
 * the parent turns out to be a reply itself, that thread becomes a part of the parent's.
 */
export function placeMessages(facts: readonly PlaceFact[], known: KnownThreads): Placement {
  const rootOf = rootFinder(byId(facts), known);
  const threadOf = new Map<string, string>();
  const moved = new Map<string, string>();
  for (const { id, parentId } of facts) {
    const root = rootOf(id);
    threadOf.set(id, root);
    for (const former of [known.ofMessage.get(id), id, parentId, parentId && known.ofReplies.get(parentId)])
      if (former && former !== root && !known.final.has(former) && rootOf(former) === root)
        moved.set(former, root);
  }
  return { threadOf, moved };
}

/** Joins the facts about each message. */
function byId(facts: readonly PlaceFact[]): Map<string, PlaceFact> {
  const joined = new Map<string, PlaceFact>();
  for (const fact of facts) {
    const before = joined.get(fact.id);
    joined.set(fact.id, {
      id: fact.id,
      type: fact.type ?? before?.type ?? null,
      parentId: fact.parentId ?? before?.parentId ?? null,
      threadKey: fact.threadKey ?? before?.threadKey ?? null,
    });
  }
  return joined;
}

function rootFinder(facts: ReadonlyMap<string, PlaceFact>, known: KnownThreads): (id: string) => string {
  const rootOfParent = new Map<string, string>();
  for (const { parentId, threadKey } of facts.values())
    if (parentId !== null && threadKey !== null && parentId !== threadKey)
      rootOfParent.set(parentId, threadKey);

  const find = (id: string, seen: ReadonlySet<string>): string => {
    if (seen.has(id)) return id;
    const from = new Set(seen).add(id);
    const fact = facts.get(id);
    if (fact && isTop(fact)) return id;
    const above = fact?.threadKey ?? rootOfParent.get(id) ?? stored(id, known) ?? fact?.parentId;
    return above === undefined || above === null || above === id ? id : find(above, from);
  };
  return (id) => find(id, new Set());
}

/** The stored thread, unless the message itself gives it its name. */
function stored(id: string, { ofMessage, ofReplies }: KnownThreads): string | undefined {
  const thread = ofMessage.get(id) ?? ofReplies.get(id);
  return thread === id ? undefined : thread;
}

function isTop({ type, parentId, threadKey }: PlaceFact): boolean {
  if (type === 'comment') return true;
  return type !== 'reply' && parentId === null && threadKey === null;
}
