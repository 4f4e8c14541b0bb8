import { CommentApi, wireId, type BusinessAccount } from '../../tiktok/index.js';
import type { ActionWay, Subject } from './action-way.js';
import { isDone, type MessageAction } from './message-action.js';
import type { ReplyListing } from './reply-listing.js';

/** Acts as the account that owns the post. */
export class AccountActionWay implements ActionWay {
  constructor(
    private readonly comments: CommentApi,
    private readonly listing: ReplyListing,
    private readonly account: BusinessAccount,
  ) {}

  async send({ conversation, message }: Subject, action: MessageAction): Promise<void> {
    const comment_id = message.platformId;
    const video_id = conversation.videoId ?? '';
    switch (action) {
      case 'hide':
      case 'unhide':
        return await this.comments.hide(this.account, {
          video_id,
          comment_id,
          action: action === 'hide' ? 'HIDE' : 'UNHIDE',
        });
      case 'like':
      case 'unlike':
        return await this.comments.like(this.account, {
          comment_id,
          action: action === 'like' ? 'LIKE' : 'UNLIKE',
        });
      case 'delete':
        return await this.comments.delete(this.account, { comment_id });
    }
  }

  async hasHappened({ conversation, message }: Subject, action: MessageAction): Promise<boolean> {
    const { platformId } = message;
    const found = await this.listing
      .byIds(this.account, conversation.videoId ?? '', [platformId])
      .catch(() => []);
    const comment = found.find((one) => wireId(one.comment_id) === platformId);
    return comment !== undefined && isDone(action, comment) === true;
  }
}
