import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AdAccountAccess, callerOf, IntegrationsService } from '../../integrations/index.js';
import { IdentityApi, toHttpError, type AdCaller, type AdIdentity } from '../../tiktok/index.js';
import type { OwnPostsQuery } from './dto/spark-post.dto.js';
import type { OwnPostsAnswer, OwnPostView } from './dto/spark-post.view.js';

const OF_ACCOUNTS = new Set(['TT_USER', 'BC_AUTH_TT']);

/** Posts of the organisation's own accounts, which ads may promote without a code. */
@Injectable()
export class OwnPosts {
  constructor(
    private readonly access: AdAccountAccess,
    private readonly integrations: IntegrationsService,
    private readonly api: IdentityApi,
    private readonly clock: Clock,
  ) {}

  async list({ accountId, identityId }: OwnPostsQuery): Promise<OwnPostsAnswer> {
    const caller = callerOf(await this.access.find(accountId), 'interactive');
    try {
      const identities = (await this.ownIdentities(caller)).filter(
        (one) => identityId === undefined || one.identity_id === identityId,
      );
      const items: OwnPostView[] = [];
      // One after the other, because TikTok limits calls of an account.
      for (const identity of identities) items.push(...(await this.postsOf(caller, identity)));
      return { items, asOf: this.clock.now() };
    } catch (error) {
      throw toHttpError(error);
    }
  }

  /** Identities of the ad account whose TikTok account the organisation has connected, each once. */
  private async ownIdentities(caller: AdCaller): Promise<AdIdentity[]> {
    const active = await this.integrations.active();
    const names = new Set(active.flatMap(({ username }) => username?.toLowerCase() ?? []));
    const own = (await this.api.list(caller)).filter(
      (one) => OF_ACCOUNTS.has(one.identity_type) && names.has((one.username ?? '').toLowerCase()),
    );
    return [...new Map(own.toReversed().map((one) => [one.identity_id, one])).values()];
  }

  private async postsOf(caller: AdCaller, identity: AdIdentity): Promise<OwnPostView[]> {
    if (identity.can_pull_video === false || identity.is_gpppa === true) return [];
    const { identity_id: id, identity_type: type, display_name: name = null } = identity;
    const businessCenterId = identity.identity_authorized_bc_id ?? undefined;
    const { posts } = await this.api.posts(caller, { id, type, businessCenterId });
    return posts.map((post) => ({
      postId: post.item_id,
      itemType: post.item_type ?? null,
      text: post.text ?? null,
      identity: { type, id, name },
      coverUrl: post.video_info?.poster_url ?? null,
      durationSeconds: post.video_info?.duration ?? null,
    }));
  }
}
