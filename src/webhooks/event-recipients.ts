import { Injectable } from '@nestjs/common';
import { AdAccountOwners } from '../ads/index.js';
import { PostOwners } from '../content/index.js';
import { InboxIntake } from '../crm-inbox/index.js';
import { AccountOwners, IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import { SocialActivity } from '../sync/index.js';
import { advertisersOf } from '../tiktok/index.js';
import type { IncomingEvent } from './incoming-event.js';

/** Finds the integrations that an event concerns. */
@Injectable()
export class EventRecipients {
  constructor(
    private readonly accounts: AccountOwners,
    private readonly integrations: IntegrationsService,
    private readonly activity: SocialActivity,
    private readonly posts: PostOwners,
    private readonly inbox: InboxIntake,
    private readonly adAccounts: AdAccountOwners,
  ) {}

  /** Looks up the account, and otherwise the video: without the consent for comments, the account's id in the Business app is unknown. */
  async of(event: IncomingEvent): Promise<IntegrationRef[]> {
    const { clientKey, userOpenId, content } = event;
    if (event.event.startsWith('ads.')) return await this.byAdAccount(content);
    // Comments are public: an organisation without the consent for them gets them, too, whatever others have connected.
    const alsoByLogin = event.event === 'comment.update';
    const account = { appId: clientKey, openId: userOpenId ?? '' };
    const byAccount = userOpenId ? await this.accounts.of(account, { alsoByLogin }) : [];
    if (byAccount.length > 0 || content.video_id === undefined) return byAccount;
    const ids = await this.byVideo(event, String(content.video_id));
    return ids.length > 0 ? await this.integrations.withIds(ids) : [];
  }

  private async byAdAccount(content: IncomingEvent['content']): Promise<IntegrationRef[]> {
    const ids = await this.adAccounts.of(advertisersOf(content));
    return ids.length > 0 ? await this.integrations.withIds(ids) : [];
  }

  /**
   * Our own posts count before a sync has seen them; videos that a sync found gone do not. Updates of a comment concern
   * every inbox that contains it.
   */
  private async byVideo({ event, content, eventTime }: IncomingEvent, videoId: string): Promise<string[]> {
    const stored = await this.activity.ownersOf(videoId);
    const gone = new Set(stored.filter(({ isGone }) => isGone).map(({ integrationId }) => integrationId));
    const candidates = [
      ...stored.map(({ integrationId }) => integrationId),
      ...(await this.posts.ofPost(videoId)),
    ];
    const owners = new Set(candidates.filter((id) => !gone.has(id)));
    if (event === 'comment.update' && owners.size === 0)
      return await this.inbox.integrationsWithComment(content, eventTime);
    return [...owners];
  }
}
