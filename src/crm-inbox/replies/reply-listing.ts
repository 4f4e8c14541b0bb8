import { Injectable } from '@nestjs/common';
import {
  CommentApi,
  wireId,
  wireTime,
  type AccountComment,
  type BusinessAccount,
} from '../../tiktok/index.js';

/** A thread of comments under a video. */
export interface Thread {
  account: BusinessAccount;
  videoId: string;
  rootCommentId: string;
}

const PAGE = 30;
// TikTok sorts only about 500 comments by time.
const MAX_PAGES = 20;

/** Reads the replies of a thread, newest first. */
@Injectable()
export class ReplyListing {
  constructor(private readonly comments: CommentApi) {}

  /** Ends at a reply older than `until`. The pages may be short, and may repeat comments. */
  async since(
    { account, videoId, rootCommentId }: Thread,
    until: Date,
    status: 'PUBLIC' | 'ALL',
  ): Promise<AccountComment[]> {
    const found = new Map<string, AccountComment>();
    let cursor = 0;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await this.comments.replies(account, {
        video_id: videoId,
        comment_id: rootCommentId,
        status,
        sort_field: 'create_time',
        sort_order: 'desc',
        cursor,
        max_count: PAGE,
      });
      const comments = Array.isArray(answer.comments) ? answer.comments : [];
      for (const comment of comments) {
        const id = wireId(comment.comment_id);
        if (id !== undefined) found.set(id, comment);
      }
      const next = Number(answer.cursor);
      if (answer.has_more !== true || !(next > cursor) || comments.some((one) => isBefore(one, until))) break;
      cursor = next;
    }
    return [...found.values()].filter((comment) => !isBefore(comment, until));
  }

  /** Reads one comment by its id, also below a hidden comment. */
  async byIds(account: BusinessAccount, videoId: string, ids: string[]): Promise<AccountComment[]> {
    const answer = await this.comments.list(account, { video_id: videoId, comment_ids: ids, status: 'ALL' });
    return Array.isArray(answer.comments) ? answer.comments : [];
  }
}

function isBefore(comment: AccountComment, until: Date): boolean {
  const at = wireTime(comment.create_time);
  return at !== null && at < until;
}
