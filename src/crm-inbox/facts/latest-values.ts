import type { MessageFact } from './message-fact.js';

/** Values that TikTok repeats with every read: the latest one counts. */
export interface LatestValues {
  type: string;
  parentId: string;
  key: string;
  name: string;
  username: string;
  picture: string;
  likes: number;
  replies: number;
  liked: boolean;
  pinned: boolean;
  imageUrl: string;
  content: Record<string, unknown>;
  /** What lists of ad comments show. It counts where no other source says anything, so that the two do not alternate. */
  adText: string;
  adName: string;
  adPicture: string;
  adParentId: string;
}

type Values = { [Field in keyof LatestValues]: LatestValues[Field] | null };

/** Returns what a fact says of these values. */
export function latestValues(fact: MessageFact): Values {
  const { type, parentId, imageUrl, content, author, figures, text, ad } = fact;
  const shared = { type, imageUrl, content, ...figures };
  const none = { key: null, name: null, username: null, picture: null, parentId: null };
  const noAd = { adText: null, adName: null, adPicture: null, adParentId: null };
  if (ad === null) return { ...shared, ...author, parentId, ...noAd };
  return {
    ...shared,
    ...none,
    adText: text,
    adName: author.name,
    adPicture: author.picture,
    adParentId: parentId,
  };
}
