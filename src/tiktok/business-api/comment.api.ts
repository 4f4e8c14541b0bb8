import { Injectable } from '@nestjs/common';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** A comment on one of the account's videos, or a reply to one. */
export interface AccountComment {
  comment_id: string;
  video_id: string;
  /** Only for replies. Webhooks send 0 for none. */
  parent_comment_id?: string;
  /** The author, unique for this app. */
  unique_identifier?: string;
  /** TikTok is retiring this field. */
  user_id?: string;
  username?: string;
  display_name?: string;
  /** A signed URL that expires. */
  profile_image?: string;
  /** UTC seconds, as text. */
  create_time: string;
  text: string;
  image_url?: string;
  likes: number;
  replies: number;
  /** True if the video's owner wrote it. */
  owner: boolean;
  /** True if the video's owner likes it. */
  liked: boolean;
  pinned: boolean;
  status: 'PUBLIC' | 'HIDDEN';
  /** The first three, with `include_replies`. */
  reply_list?: AccountComment[];
}

/** After about 500 comments, the same comment may appear twice. */
export interface CommentPage {
  comments: AccountComment[];
  cursor: number;
  has_more: boolean;
}

export interface CommentQuery {
  video_id: string;
  /** At most 30. */
  comment_ids?: readonly string[];
  include_replies?: boolean;
  /** Defaults to ALL. */
  status?: 'PUBLIC' | 'ALL';
  sort_field?: 'likes' | 'replies' | 'create_time';
  sort_order?: 'asc' | 'desc' | 'smart';
  /** From the previous page; 0 for the first page. */
  cursor?: number;
  /** 1 to 30; defaults to 20. */
  max_count?: number;
}

export interface NewComment {
  video_id: string;
  /** At most 1,200 characters. */
  text: string;
}

/**
 * Comments on the account's own videos. Reading needs the scope `comment.list`, writing `comment.list.manage`. There is no
 * idempotency key, so a comment that may have been sent must not be sent again.
 */
@Injectable()
export class CommentApi {
  constructor(private readonly client: BusinessClient) {}

  /** https://business-api.tiktok.com/portal/docs?id=1760232109619202 */
  list(account: BusinessAccount, query: CommentQuery): Promise<CommentPage> {
    return this.client.get(callerFor(account), '/business/comment/list/', { ...named(account), ...query });
  }

  /** https://business-api.tiktok.com/portal/docs?id=1762228430145538 */
  replies(account: BusinessAccount, query: CommentQuery & { comment_id: string }): Promise<CommentPage> {
    return this.client.get(callerFor(account), '/business/comment/reply/list/', {
      ...named(account),
      ...query,
    });
  }

  /** https://business-api.tiktok.com/portal/docs?id=1762228442072066 */
  create(account: BusinessAccount, comment: NewComment): Promise<AccountComment> {
    return this.post(account, '/business/comment/create/', comment);
  }

  /** https://business-api.tiktok.com/portal/docs?id=1762228448779266 */
  reply(account: BusinessAccount, reply: NewComment & { comment_id: string }): Promise<AccountComment> {
    return this.post(account, '/business/comment/reply/create/', reply);
  }

  /** Hides a comment from everyone but its author. Same page as `create`, "Hide/unhide a comment". */
  async hide(
    account: BusinessAccount,
    request: { video_id: string; comment_id: string; action: 'HIDE' | 'UNHIDE' },
  ): Promise<void> {
    await this.post(account, '/business/comment/hide/', request);
  }

  /** Same page as `create`, "Like/unlike a comment". */
  async like(
    account: BusinessAccount,
    request: { comment_id: string; action: 'LIKE' | 'UNLIKE' },
  ): Promise<void> {
    await this.post(account, '/business/comment/like/', request);
  }

  /** Deletes a comment that the account wrote. Others can only be hidden. Same page as `create`, "Delete a comment". */
  async delete(account: BusinessAccount, request: { comment_id: string }): Promise<void> {
    await this.post(account, '/business/comment/delete/', request);
  }

  private post<Data>(account: BusinessAccount, path: string, body: object): Promise<Data> {
    return this.client.post(callerFor(account), path, { ...named(account), ...body });
  }
}

function named({ businessId }: BusinessAccount): { business_id: string } {
  return { business_id: businessId };
}
