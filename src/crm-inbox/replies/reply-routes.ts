import { Injectable } from '@nestjs/common';
import type { NewOutgoing } from '../outbox/outgoing-queue.js';
import { adAnswer, cannotAnswer } from './ad-answer.js';
import { AdWays } from './ad-ways.js';
import { CommentAccounts } from './comment-accounts.js';
import type { ReplyTarget } from './reply-target.js';

/** How a reply is sent. */
export type ReplyRoute = Pick<NewOutgoing, 'kind' | 'targetId'> & Pick<NewOutgoing['content'], 'ad'>;

/**
 * Chooses how a reply is sent. Comments on ads are answered through the ad account where TikTok allows it, otherwise by the
 * account that owns the post.
 */
@Injectable()
export class ReplyRoutes {
  constructor(
    private readonly accounts: CommentAccounts,
    private readonly ways: AdWays,
  ) {}

  /** @throws ConflictError with the reason and the fix if neither can answer */
  async of(target: ReplyTarget): Promise<ReplyRoute> {
    if (target.kind === 'comment') return await this.byAccount(target);
    const ad = adAnswer(target.ads, await this.ways.connected(target.ads));
    // TikTok takes replies to comments at the top level only. Its threads have one level, so the reply appears at the same place.
    if (typeof ad === 'object') return { kind: 'ad_comment_reply', targetId: target.rootCommentId, ad };
    if (await this.ways.isOwnPost(target.conversationId)) return await this.byAccount(target);
    throw cannotAnswer(ad);
  }

  private async byAccount({ integrationId, commentId }: ReplyTarget): Promise<ReplyRoute> {
    await this.accounts.of(integrationId);
    return { kind: 'comment_reply', targetId: commentId };
  }
}
