import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AdCommentApi, CommentApi } from '../../tiktok/index.js';
import { AccountActionWay } from './account-action-way.js';
import type { ActionWay, Subject } from './action-way.js';
import { AdActionWay } from './ad-action-way.js';
import { adDeletion, cannotAnswer, type AdObstacle } from './ad-answer.js';
import { AdThreadListing } from './ad-thread-listing.js';
import { AdWays } from './ad-ways.js';
import { CommentAccounts } from './comment-accounts.js';
import { notOwnComment, type MessageAction } from './message-action.js';
import { ReplyListing } from './reply-listing.js';

/** Chooses who acts on a comment: an ad account that shows it where it may, otherwise the account that owns the post. */
@Injectable()
export class ActionWays {
  constructor(
    private readonly accounts: CommentAccounts,
    private readonly ways: AdWays,
    private readonly comments: CommentApi,
    private readonly listing: ReplyListing,
    private readonly adComments: AdCommentApi,
    private readonly adListing: AdThreadListing,
  ) {}

  /** @throws ConflictError with the reason and the fix if neither may act */
  async of(subject: Subject, action: MessageAction): Promise<ActionWay> {
    const { conversation, message } = subject;
    const isOwnDeletion = action === 'delete' && message.direction === 'out';
    if (conversation.kind === 'comment') {
      if (action === 'delete' && !isOwnDeletion) throw notOwnComment();
      return await this.byAccount(conversation.integrationId);
    }
    const ad = await this.byAdAccount(subject, action);
    if (typeof ad === 'object') return ad;
    const isOwnPost = await this.ways.isOwnPost(conversation.id);
    if (action === 'delete' && !isOwnDeletion) throw notOwnComment();
    if (isOwnPost) return await this.byAccount(conversation.integrationId);
    throw action === 'like' || action === 'unlike'
      ? new ConflictError('action_unsupported', NO_LIKES)
      : cannotAnswer(ad);
  }

  private async byAccount(integrationId: string): Promise<ActionWay> {
    return new AccountActionWay(this.comments, this.listing, await this.accounts.of(integrationId));
  }

  private async byAdAccount({ message }: Subject, action: MessageAction): Promise<ActionWay | AdObstacle> {
    const placements = message.ads ?? [];
    if (placements.length === 0 || action === 'like' || action === 'unlike') return 'no_ad';
    const connected = await this.ways.connected(placements);
    if (action === 'delete') {
      const ad = adDeletion(placements, connected);
      if (typeof ad !== 'object') return ad;
      return new AdActionWay(this.adComments, this.adListing, await this.ways.callerOf(ad.accountId), ad);
    }
    const shown = placements.find(({ accountId }) => connected.has(accountId));
    if (!shown) return 'not_connected';
    return new AdActionWay(this.adComments, this.adListing, await this.ways.callerOf(shown.accountId));
  }
}

const NO_LIKES =
  'TikTok has no call that likes a comment on an ad. Connect the TikTok account that owns the post to like its comments.';
