import { AdCommentApi, type AdCaller } from '../../tiktok/index.js';
import type { ActionWay, Subject } from './action-way.js';
import type { AdAnswer } from './ad-answer.js';
import type { AdThreadListing } from './ad-thread-listing.js';
import { isDone, type MessageAction } from './message-action.js';

/** Acts through an ad account. */
export class AdActionWay implements ActionWay {
  constructor(
    private readonly comments: AdCommentApi,
    private readonly listing: AdThreadListing,
    private readonly caller: AdCaller,
    /** The ad, which only a deletion names. */
    private readonly ad?: AdAnswer,
  ) {}

  async send({ message }: Subject, action: MessageAction): Promise<void> {
    const comment_id = message.platformId;
    if (action === 'hide' || action === 'unhide')
      return await this.comments.setStatus(
        this.caller,
        [comment_id],
        action === 'hide' ? 'HIDDEN' : 'PUBLIC',
      );
    if (action !== 'delete' || !this.ad) throw new Error(`an ad account cannot ${action} a comment`);
    const { accountId: _, ...target } = this.ad;
    await this.comments.delete(this.caller, { ...target, comment_id });
  }

  async hasHappened({ conversation, message }: Subject, action: MessageAction): Promise<boolean> {
    const { platformId } = message;
    const rootId = conversation.rootCommentId ?? platformId;
    const comment = await this.listing.one(this.caller, platformId, rootId).catch(() => undefined);
    const status = comment?.comment_status;
    return status !== undefined && status !== null && isDone(action, { status }) === true;
  }
}
