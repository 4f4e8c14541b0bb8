import { Injectable } from '@nestjs/common';
import { PostOwners } from '../content/index.js';
import { InboxIntake } from '../crm-inbox/index.js';
import { AccountOwners, IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import { SocialActivity } from '../sync/index.js';
import type { IncomingEvent } from './incoming-event.js';

/** Finds whom an event concerns. */
@Injectable()
export class EventRecipients {
  constructor(
    private readonly accounts: AccountOwners,
    private readonly integrations: IntegrationsService,
    private readonly activity: SocialActivity,
    private readonly posts: PostOwners,
    private readonly inbox: InboxIntake,
  ) {}

  /** By the account; without the consent for comments the Business app's id for it is not known: the video tells then. */
  async of(event: IncomingEvent): Promise<IntegrationRef[]> {
    const { clientKey, userOpenId, content } = event;
    const byAccount = userOpenId ? await this.accounts.of({ appId: clientKey, openId: userOpenId }) : [];
    if (byAccount.length > 0 || content.video_id === undefined) return byAccount;
    const ids = await this.byVideo(event, String(content.video_id));
    return ids.length > 0 ? await this.integrations.withIds(ids) : [];
  }

  /**
   * A post of our own is known before a sync has seen it, and none once a sync has found it gone. What becomes of a
   * comment concerns every inbox that has it.
   */
  private async byVideo({ event, content, eventTime }: IncomingEvent, videoId: string): Promise<string[]> {
    const stored = await this.activity.ownersOf(videoId);
    const gone = new Set(stored.filter(({ isGone }) => isGone).map(({ integrationId }) => integrationId));
    const known = [
      ...stored.map(({ integrationId }) => integrationId),
      ...(await this.posts.ofPost(videoId)),
    ];
    const owners = new Set(known.filter((id) => !gone.has(id)));
    if (event === 'comment.update' && owners.size === 0)
      return await this.inbox.holdersOf(content, eventTime);
    return [...owners];
  }
}
