import { adCommentTime, type AdComment } from '../../tiktok/index.js';
import { messageFact, type MessageFact } from '../facts/message-fact.js';
import type { AdPlacement } from '../facts/ad-placement.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';

/**
 * Reads a reply that was posted through an ad account from what TikTok says of it. Pure.
 * @param ad of the comment that it answers
 */
export function adReplyFact(
  { content, targetId, createdBy }: Outgoing,
  { id, comment }: { id: string; comment: Partial<AdComment> },
  { ad, at }: { ad: AdPlacement; at: Date },
): MessageFact {
  return messageFact({
    kind: 'ad_comment',
    id,
    source: 'reply',
    at,
    videoId: ad.itemId,
    threadKey: targetId,
    parentId: targetId,
    type: 'reply',
    sentAt: adCommentTime(comment.create_time),
    text: content.text,
    isOwn: true,
    ad: { ...ad, canDelete: comment.can_delete ?? true },
    actor: createdBy,
  });
}
