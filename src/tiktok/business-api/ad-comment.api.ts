import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { PageInfo } from './ad-pages.js';
import { BusinessClient } from './business-client.js';

/**
 * A comment under an ad, as TikTok's list has it. For Upgraded Smart+ the ids and names of the ad and the ad group are missing.
 * `user_id` is another id than the `unique_identifier` of comments on posts, and cannot be compared with it.
 */
export interface AdComment {
  comment_id: string;
  content?: string | null;
  comment_type?: 'COMMENT' | 'REPLY' | null;
  /** The comment at the top level, for a reply. */
  original_comment_id?: string | null;
  /** The comment that a reply answers. */
  reply_to_comment_id?: string | null;
  comment_status?: 'PUBLIC' | 'HIDDEN' | null;
  /** UTC, in one of the forms that `adCommentTime` reads. */
  create_time?: string | number | null;
  likes?: number | null;
  replies?: number | null;
  is_pinned?: boolean | null;
  hit_blockedword?: boolean | null;
  can_delete?: boolean | null;
  /** True if the identity of the ad lets the ad account answer. */
  is_auth_comment_manage_scope?: boolean | null;
  ad_id?: string | null;
  ad_name?: string | null;
  adgroup_id?: string | null;
  adgroup_name?: string | null;
  campaign_id?: string | null;
  campaign_name?: string | null;
  /** The post: the same id as the `video_id` of comments on posts. */
  tiktok_item_id?: string | null;
  identity_id?: string | null;
  identity_type?: string | null;
  user_name?: string | null;
  /** A signed URL that expires. */
  user_avatar_url?: string | null;
}

export interface AdCommentPage {
  comments: AdComment[];
  /** The number of pages. */
  pages: number;
}

export interface AdCommentQuery {
  adGroupId: string;
  /** Days as YYYY-MM-DD, both included. */
  from: string;
  to: string;
  page: number;
}

/** An ad, its post, and the identity in whose name the ad account acts. */
export interface AdCommentTarget {
  ad_id: string;
  tiktok_item_id: string;
  comment_id: string;
  identity_type: string;
  identity_id: string;
}

interface WirePage {
  comments?: AdComment[] | null;
  page_info?: PageInfo | null;
}

export const AD_COMMENT_PAGE = 100;

/**
 * Comments under the ads of an ad account. There is no idempotency key, so a reply that may have been sent must not be sent
 * again.
 */
@Injectable()
export class AdCommentApi {
  constructor(private readonly client: BusinessClient) {}

  /** Comments and replies of an ad group, the newest first. https://business-api.tiktok.com/portal/docs?id=1738086301876225 */
  async list(caller: AdCaller, { adGroupId, from, to, page }: AdCommentQuery): Promise<AdCommentPage> {
    return toPage(
      await this.get(caller, '/comment/list/', {
        search_field: 'ADGROUP_ID',
        search_value: adGroupId,
        start_time: from,
        end_time: to,
        comment_type: ['ALL'],
        sort_field: 'CREATE_TIME',
        sort_type: 'DESC',
        page,
        page_size: AD_COMMENT_PAGE,
      }),
    );
  }

  /** A comment at the top level with its replies. https://business-api.tiktok.com/portal/docs?id=1738086824859650 */
  async thread(caller: AdCaller, commentId: string, page: number): Promise<AdCommentPage> {
    const query = { comment_id: commentId, comment_type: 'COMMENT', page, page_size: AD_COMMENT_PAGE };
    return toPage(await this.get(caller, '/comment/reference/', query));
  }

  /** A reply with the comment that it belongs to. Same page as `thread`. */
  async reference(caller: AdCaller, commentId: string, originalId: string): Promise<AdCommentPage> {
    const query = { comment_id: commentId, comment_type: 'REPLY', original_comment_id: originalId };
    return toPage(await this.get(caller, '/comment/reference/', query));
  }

  /** TikTok takes only replies. https://business-api.tiktok.com/portal/docs?id=1738957702411265 */
  reply(caller: AdCaller, reply: AdCommentTarget & { text: string }): Promise<AdComment> {
    return this.post(caller, '/comment/post/', { ...reply, comment_type: 'REPLY' });
  }

  /** https://business-api.tiktok.com/portal/docs?id=1738086844585985 */
  async setStatus(
    caller: AdCaller,
    commentIds: readonly string[],
    operation: 'HIDDEN' | 'PUBLIC',
  ): Promise<void> {
    await this.post(caller, '/comment/status/update/', { comment_ids: commentIds, operation });
  }

  /** Deletes what the identity of the ad wrote. https://business-api.tiktok.com/portal/docs?id=1738957772267522 */
  async delete(caller: AdCaller, target: AdCommentTarget): Promise<void> {
    await this.post(caller, '/comment/delete/', target);
  }

  private get(
    caller: AdCaller,
    path: string,
    query: Record<string, string | number | readonly string[]>,
  ): Promise<WirePage> {
    return this.client.get(advertiserCaller(caller), path, { advertiser_id: caller.advertiserId, ...query });
  }

  private post<Data>(caller: AdCaller, path: string, body: object): Promise<Data> {
    return this.client.post(advertiserCaller(caller), path, { advertiser_id: caller.advertiserId, ...body });
  }
}

function toPage({ comments, page_info: info }: WirePage): AdCommentPage {
  return { comments: Array.isArray(comments) ? comments : [], pages: info?.total_page ?? 1 };
}
