import { adCommentTime, type AdComment } from '../tiktok/index.js';
import { messageFact, type MessageFact } from './facts/message-fact.js';
import { countOf, flagOf, idOf, listedOf, possibleTime, textOf } from './wire-values.js';

/** What a list shows: any field may be missing or invalid. */
type RawComment = { [Field in keyof AdComment]?: unknown };

/** The ad group whose comments are listed. */
export interface ListedAdGroup {
  accountId: string;
  id: string;
  name: string | null;
  campaignId: string | null;
}

/**
 * Reads a line of TikTok's list of ad comments. Its `user_id` is no key of a person: it cannot be compared with the
 * `unique_identifier` of comments on posts.
 * @param readAt when it was read
 * @returns undefined when the id is missing
 */
export function readListedAdComment(
  comment: unknown,
  { group, readAt, isOwnPost }: { group: ListedAdGroup; readAt: Date; isOwnPost: boolean },
): MessageFact | undefined {
  if (typeof comment !== 'object' || comment === null) return undefined;
  const raw = comment as RawComment;
  const id = idOf(raw.comment_id);
  if (id === undefined) return undefined;
  const itemId = idOf(raw.tiktok_item_id) ?? null;
  return messageFact({
    kind: 'ad_comment',
    id,
    source: 'poll',
    at: readAt,
    videoId: itemId,
    ...placeOf(raw),
    sentAt: possibleTime(adCommentTime(raw.create_time), readAt),
    listed: listedOf(raw.comment_status),
    text: textOf(raw.content),
    author: { name: textOf(raw.user_name), picture: textOf(raw.user_avatar_url) },
    figures: {
      likes: countOf(raw.likes),
      replies: countOf(raw.replies),
      pinned: flagOf(raw.is_pinned),
    },
    ad: {
      accountId: group.accountId,
      adGroupId: group.id,
      adGroupName: textOf(raw.adgroup_name) ?? group.name,
      adId: idOf(raw.ad_id) ?? null,
      adName: textOf(raw.ad_name),
      campaignId: idOf(raw.campaign_id) ?? group.campaignId,
      campaignName: textOf(raw.campaign_name),
      itemId,
      identityId: textOf(raw.identity_id),
      identityType: textOf(raw.identity_type),
      canDelete: flagOf(raw.can_delete),
      canAnswer: flagOf(raw.is_auth_comment_manage_scope),
      isOwnPost,
    },
  });
}

/** The id of the post in a line of the list; undefined without one. */
export function postOfAdComment(comment: unknown): string | undefined {
  return typeof comment === 'object' && comment !== null
    ? idOf((comment as RawComment).tiktok_item_id)
    : undefined;
}

/** The type decides, as in events. */
function placeOf(raw: RawComment): Pick<MessageFact, 'type' | 'threadKey' | 'parentId'> {
  const root = idOf(raw.original_comment_id) ?? null;
  const isReply = raw.comment_type === 'REPLY' || (raw.comment_type !== 'COMMENT' && root !== null);
  if (!isReply) return { type: 'comment', threadKey: null, parentId: null };
  return { type: 'reply', threadKey: root, parentId: idOf(raw.reply_to_comment_id) ?? root };
}
