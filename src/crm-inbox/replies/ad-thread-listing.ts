import { Injectable } from '@nestjs/common';
import { AdCommentApi, adCommentTime, wireId, type AdCaller, type AdComment } from '../../tiktok/index.js';

// 2,000 replies of one comment.
const MAX_PAGES = 20;

/** Reads the threads of comments under ads. */
@Injectable()
export class AdThreadListing {
  constructor(private readonly comments: AdCommentApi) {}

  /** The replies to a comment that are not older than a time. TikTok does not say in which order it lists them. */
  async since(caller: AdCaller, rootId: string, from: Date): Promise<AdComment[]> {
    const found = new Map<string, AdComment>();
    for (let page = 1, pages = 1; page <= Math.min(pages, MAX_PAGES); page += 1) {
      const answer = await this.comments.thread(caller, rootId, page);
      pages = answer.pages;
      for (const comment of answer.comments) found.set(wireId(comment.comment_id) ?? '', comment);
    }
    return [...found.values()].filter((one) => (adCommentTime(one.create_time) ?? from) >= from);
  }

  /** Reads one comment. @param rootId the comment at the top level */
  async one(caller: AdCaller, commentId: string, rootId: string): Promise<AdComment | undefined> {
    const { comments } =
      commentId === rootId
        ? await this.comments.thread(caller, commentId, 1)
        : await this.comments.reference(caller, commentId, rootId);
    return comments.find((one) => wireId(one.comment_id) === commentId);
  }
}
