import { Injectable } from '@nestjs/common';
import type { Priority } from '../http/rate-governor/rated-call.js';
import { OpenApiClient } from './open-api-client.js';

/** Only what was asked for and granted is there. Avatars are signed links that expire. */
export interface TikTokUser {
  open_id: string;
  union_id?: string;
  avatar_url?: string;
  display_name?: string;
  username?: string;
  is_verified?: boolean;
  follower_count?: number;
  following_count?: number;
  likes_count?: number;
  video_count?: number;
}

const FIELDS_BY_SCOPE: Record<string, readonly string[]> = {
  'user.info.basic': ['open_id', 'union_id', 'avatar_url', 'display_name'],
  'user.info.profile': ['username', 'is_verified'],
  'user.info.stats': ['follower_count', 'following_count', 'likes_count', 'video_count'],
};

@Injectable()
export class UserApi {
  constructor(private readonly client: OpenApiClient) {}

  /**
   * The profile, as far as the granted scopes show it: one field too many fails the whole call.
   * https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info
   */
  async info(
    credentialId: string,
    grantedScopes: readonly string[],
    priority: Priority = 'background',
  ): Promise<TikTokUser> {
    const fields = grantedScopes.flatMap((scope) => FIELDS_BY_SCOPE[scope] ?? []);
    const { user } = await this.client.get<{ user: TikTokUser }>(
      credentialId,
      '/v2/user/info/',
      fields,
      priority,
    );
    return user;
  }
}
