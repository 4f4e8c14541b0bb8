import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { allPages, MAX_PAGES, type PageInfo } from './ad-pages.js';
import { BusinessClient } from './business-client.js';

/** Whom an ad may appear from. Fields are null where they do not apply, as for custom identities. */
export interface AdIdentity {
  identity_id: string;
  /** CUSTOMIZED_USER, AUTH_CODE, TT_USER or BC_AUTH_TT. */
  identity_type: string;
  display_name?: string | null;
  username?: string | null;
  profile_image?: string | null;
  /** Needed together with the id for BC_AUTH_TT. */
  identity_authorized_bc_id?: string | null;
  can_push_video?: boolean | null;
  can_pull_video?: boolean | null;
  /** True: no Spark ads. */
  is_gpppa?: boolean | null;
  ads_only_mode?: boolean | null;
  /** AVAILABLE, NO_VALID_BIND_ACCOUNT, SCOPE_UNAVAILABLE, … */
  available_status?: string | null;
}

/** A post of an identity, which an ad may promote. */
export interface IdentityPost {
  item_id: string;
  item_type?: string | null;
  status?: string | null;
  text?: string | null;
  video_info?: { poster_url?: string | null; url?: string | null; duration?: number | null } | null;
}

const MAX_PAGE = 100;

/** As many identities are listed at most. */
export const MAX_IDENTITIES = MAX_PAGE * MAX_PAGES;

const MAX_POSTS = 20;

/** https://business-api.tiktok.com/portal/docs?id=1740218420781057 */
@Injectable()
export class IdentityApi {
  constructor(private readonly client: BusinessClient) {}

  /**
   * Returns all identities of the ad account.
   * @param type only those; TikTok counts its pages right only with a type
   * @param businessCenterId which TikTok wants for BC_AUTH_TT
   */
  list(caller: AdCaller, type?: string, businessCenterId?: string): Promise<AdIdentity[]> {
    return allPages(MAX_PAGE, async (page) => {
      const query = {
        advertiser_id: caller.advertiserId,
        identity_type: type,
        identity_authorized_bc_id: businessCenterId,
        ...page,
      };
      const data = await this.client.get<{ identity_list?: AdIdentity[] | null; page_info?: PageInfo }>(
        advertiserCaller(caller),
        '/identity/get/',
        query,
      );
      return { list: data.identity_list, pageInfo: data.page_info };
    });
  }

  /** Returns a post of an identity. @throws TikTokApiError if the identity has no such post */
  async post(
    caller: AdCaller,
    identity: { id: string; type: string; businessCenterId?: string | undefined },
    postId: string,
  ): Promise<IdentityPost | undefined> {
    const data = await this.client.get<{ video_detail?: IdentityPost | null }>(
      advertiserCaller(caller),
      '/identity/video/info/',
      {
        advertiser_id: caller.advertiserId,
        identity_id: identity.id,
        identity_type: identity.type,
        identity_authorized_bc_id: identity.businessCenterId,
        item_id: postId,
      },
    );
    return data.video_detail ?? undefined;
  }

  /** Returns posts of an identity, newest first. @param cursor of the page before */
  async posts(
    caller: AdCaller,
    identity: { id: string; type: string; businessCenterId?: string | undefined },
    cursor?: string,
  ): Promise<{ posts: IdentityPost[]; nextCursor: string | undefined }> {
    const data = await this.client.get<{
      video_list?: IdentityPost[] | null;
      cursor?: string | number;
      has_more?: boolean;
    }>(advertiserCaller(caller), '/identity/video/get/', {
      advertiser_id: caller.advertiserId,
      identity_id: identity.id,
      identity_type: identity.type,
      identity_authorized_bc_id: identity.businessCenterId,
      count: MAX_POSTS,
      cursor,
    });
    const next = data.has_more === true && data.cursor !== undefined ? String(data.cursor) : undefined;
    return { posts: data.video_list ?? [], nextCursor: next === cursor ? undefined : next };
  }
}
