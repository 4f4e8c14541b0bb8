import type { AdPlacement } from './ad-placement.js';
import type { Visibility } from './visibility.js';

export const CONVERSATION_KINDS = ['comment', 'ad_comment', 'message'] as const;
/** What a conversation consists of: comments on a post, comments on an ad, or direct messages. */
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** How the service first heard of a message. */
export type FactSource = 'webhook' | 'poll' | 'reply';

/** Who wrote a message, as TikTok shows the person. */
export interface AuthorFact {
  /** TikTok's `unique_identifier`: one person has the same one in comments and messages. */
  key: string | null;
  name: string | null;
  username: string | null;
  /** A signed URL that expires. */
  picture: string | null;
}

/** Counters of a comment. */
export interface FigureFacts {
  likes: number | null;
  replies: number | null;
  liked: boolean | null;
  pinned: boolean | null;
}

/** One thing that TikTok says about a message: an event, a line of a list, or the answer to a reply. Null: not said. */
export interface MessageFact {
  kind: ConversationKind;
  /** TikTok's id of the comment or message. */
  id: string;
  source: FactSource;
  /** When it was true: the time of the action, or of the read. */
  at: Date;
  /** When TikTok sent it. Decides between two actions with the same time. */
  toldAt: Date;
  videoId: string | null;
  /** The root comment, or TikTok's id of the conversation, if the source names it. */
  threadKey: string | null;
  /** The comment that a reply answers. */
  parentId: string | null;
  /** `comment` or `reply` for comments; TikTok's type, in lower case, for messages. */
  type: string | null;
  /** When the person sent it. Lists give whole seconds. */
  sentAt: Date | null;
  /** Who sees it, after an action. */
  visibility: Visibility | null;
  /** What a list says: it does not distinguish `friends` from `public`. */
  listed: 'public' | 'hidden' | null;
  text: string | null;
  author: AuthorFact;
  /** True if the account itself wrote it. */
  isOwn: boolean | null;
  figures: FigureFacts;
  imageUrl: string | null;
  /** What a message contains beside its text, e.g. a shared post. */
  content: Record<string, unknown> | null;
  /** Where an ad shows the comment, if a list of ad comments says so. Its texts and names count only where no other source has any. */
  ad: AdPlacement | null;
  /** The user of this service who caused it. */
  actor: string | null;
}

const NO_AUTHOR: AuthorFact = { key: null, name: null, username: null, picture: null };
const NO_FIGURES: FigureFacts = { likes: null, replies: null, liked: null, pinned: null };

type Needed = 'kind' | 'id' | 'source' | 'at';

/** Fills what the source does not say. */
export function messageFact(
  fact: Pick<MessageFact, Needed> &
    Partial<Omit<MessageFact, 'author' | 'figures'>> & {
      author?: Partial<AuthorFact>;
      figures?: Partial<FigureFacts>;
    },
): MessageFact {
  return {
    toldAt: fact.at,
    videoId: null,
    threadKey: null,
    parentId: null,
    type: null,
    sentAt: null,
    visibility: null,
    listed: null,
    isOwn: null,
    imageUrl: null,
    content: null,
    ad: null,
    actor: null,
    ...fact,
    text: storable(fact.text),
    author: {
      ...NO_AUTHOR,
      ...fact.author,
      name: storable(fact.author?.name),
      username: storable(fact.author?.username),
    },
    figures: { ...NO_FIGURES, ...fact.figures },
  };
}

/** PostgreSQL stores neither zero bytes nor lone surrogates. */
function storable(text: string | null | undefined): string | null {
  return text?.replaceAll('\0', '').toWellFormed() || null;
}
