import { placementsOf, type AdPlacement } from './ad-placement.js';
import type { LatestValues } from './latest-values.js';
import { isDeleted, type MessageFacts } from './message-facts.js';
import { currentText } from './seen-texts.js';
import { visibilityOf } from './timeline.js';
import type { Visibility } from './visibility.js';

/** The columns of a message that follow from its facts. */
export interface MessageState {
  type: string | null;
  parentId: string | null;
  authorId: string | null;
  authorName: string | null;
  authorUsername: string | null;
  authorPicture: string | null;
  text: string | null;
  imageUrl: string | null;
  content: Record<string, unknown> | null;
  likes: number | null;
  replies: number | null;
  liked: boolean | null;
  pinned: boolean | null;
  /** The ad groups that show the comment; null for none. */
  ads: AdPlacement[] | null;
  direction: 'in' | 'out';
  visibility: Visibility;
  sentAt: Date;
  changedAt: Date;
}

/** @param isOwn the account is known to have written it */
export function messageState(facts: MessageFacts, isOwn: boolean): MessageState {
  const { visibility, since } = visibilityOf(facts);
  return {
    type: latest(facts, 'type'),
    parentId: latest(facts, 'parentId') ?? latest(facts, 'adParentId'),
    authorId: latest(facts, 'key'),
    authorName: latest(facts, 'name') ?? latest(facts, 'adName'),
    authorUsername: latest(facts, 'username'),
    authorPicture: latest(facts, 'picture') ?? latest(facts, 'adPicture'),
    text: isDeleted(facts) ? null : (currentText(facts.texts) ?? latest(facts, 'adText')),
    imageUrl: latest(facts, 'imageUrl'),
    content: latest(facts, 'content'),
    likes: latest(facts, 'likes'),
    replies: latest(facts, 'replies'),
    liked: latest(facts, 'liked'),
    pinned: latest(facts, 'pinned'),
    ads: facts.ads ? placementsOf(facts.ads) : null,
    direction: facts.own || isOwn ? 'out' : 'in',
    visibility,
    sentAt: new Date(sentAtOf(facts)),
    changedAt: new Date(since),
  };
}

function latest<Field extends keyof LatestValues>(
  { latest: values }: MessageFacts,
  field: Field,
): LatestValues[Field] | null {
  return values[field]?.value ?? null;
}

/** A list gives whole seconds. An event of the same second is more precise. */
function sentAtOf({ created, inserted, seen }: MessageFacts): number {
  if (created === undefined) return inserted ?? seen;
  const isSame = inserted !== undefined && Math.floor(inserted / 1000) * 1000 === created;
  return isSame ? inserted : created;
}
