import { MessageMediaView, type MediaRow, type MediaStatus } from '../../media/dto/message-media.view.js';
import type { FactSource } from '../../facts/message-fact.js';
import type { Visibility } from '../../facts/visibility.js';

/** Who wrote a message. */
export class MessageAuthorView {
  /**
   * The contact; null for the account itself, and if TikTok does not say who it is.
   * @format uuid
   */
  contactId: string | null;

  /** Null if TikTok has not shown it. */
  name: string | null;

  /** Without the at sign. Null if TikTok has not shown it. */
  username: string | null;

  /** A link that expires. */
  picture: string | null;
}

export class CrmMessageView {
  /** @format uuid */
  id: string;

  /**
   * TikTok's id of the comment or message.
   * @example "7602997517160123666"
   */
  tiktokId: string;

  /** TikTok's id of the comment that a reply answers. */
  parentTiktokId: string | null;

  /** `comment` or `reply`; for direct messages TikTok's type, e.g. `text`. */
  type: string | null;

  /** `in`: a person wrote it. `out`: the account wrote it, here or in TikTok's app. */
  direction: 'in' | 'out';

  author: MessageAuthorView;

  /** Null without a text, and after a deletion or an erasure. */
  text: string | null;

  /** A link that expires. */
  imageUrl: string | null;

  /** What a direct message contains beside its text. */
  content: Record<string, unknown> | null;

  /** The picture or video of a direct message; null for other messages. */
  media: MessageMediaView | null;

  /** As TikTok's list showed it last; null if it never has. */
  likes: number | null;

  /** As TikTok's list showed it last; null if it never has. */
  replies: number | null;

  /** True if the account likes the comment. */
  liked: boolean | null;

  /** True if the comment is pinned under the post. */
  pinned: boolean | null;

  /** Who sees the comment on TikTok. `unknown`: TikTok reported a state that this version does not know. */
  visibility: Visibility;

  /** How the service first heard of it. */
  source: FactSource;

  sentAt: Date;

  /** True until a user marks the conversation as read. */
  unread: boolean;

  /** When a user marked it as read. */
  readAt: Date | null;

  /** When the contact was erased. */
  erasedAt: Date | null;
}

/** A message with its contact, as it is read from the database. */
export type MessageRow = Omit<CrmMessageView, 'author' | 'media'> & {
  contactId: string | null;
  authorName: string | null;
  authorUsername: string | null;
  authorPicture: string | null;
  mediaRowId: string | null;
  mediaStatus: MediaStatus | null;
  mediaType: string | null;
  mediaBytes: number | null;
  mediaWidth: number | null;
  mediaHeight: number | null;
};

/** Shows a picture or video with a link. */
export type ShowMedia = (media: MediaRow) => MessageMediaView;

export function toCrmMessageView(row: MessageRow, show: ShowMedia): CrmMessageView {
  const { contactId, authorName: name, authorUsername: username, authorPicture: picture, ...more } = row;
  const { mediaRowId: id, mediaStatus: status, mediaType: type, ...others } = more;
  const { mediaBytes: bytes, mediaWidth: width, mediaHeight: height, ...rest } = others;
  const media = id === null || status === null ? null : show({ id, status, type, bytes, width, height });
  return { ...rest, author: { contactId, name, username, picture }, media };
}

/** A line of a conversation's timeline. */
export class TimelineEventView {
  /** @format uuid */
  id: string;

  /**
   * What happened, e.g. `closed`, `assigned` or `hidden`.
   * @example hidden
   */
  type: string;

  at: Date;

  /** The user who caused it; null for TikTok, and for the service. */
  actor: string | null;

  /**
   * The message that it concerns; null if it concerns the conversation.
   * @format uuid
   */
  messageId: string | null;

  /** What belongs to the type, e.g. the text of an edit. */
  details: Record<string, unknown>;
}
