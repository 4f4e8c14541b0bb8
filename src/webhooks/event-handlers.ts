import { Injectable } from '@nestjs/common';
import { PublicationNews } from '../content/index.js';
import { InboxIntake } from '../crm-inbox/index.js';
import { IntegrationsService, type IntegrationRef } from '../integrations/index.js';

/** An event on its way to whom it concerns. */
export interface DispatchedEvent {
  event: string;
  /** Of the app that TikTok tells; each has ids of its own for accounts. */
  clientKey: string;
  userOpenId: string | null;
  /** When it happened, as TikTok says; to the second. */
  eventTime: Date;
  content: Record<string, unknown>;
  recipients: IntegrationRef[];
}

// https://developers.tiktok.com/doc/webhooks-events
const REMOVAL_REASONS: Record<string, string> = {
  '1': 'the TikTok user disconnected the app',
  '2': 'the TikTok account was deleted',
  '3': "the TikTok user's age changed",
  '4': 'the TikTok account was banned',
  '5': 'the app gave the access up',
};

/** Which module does what with which event. */
@Injectable()
export class EventHandlers {
  constructor(
    private readonly publications: PublicationNews,
    private readonly inbox: InboxIntake,
    private readonly integrations: IntegrationsService,
  ) {}

  /** @returns whether anybody had a use for the event. Must be safe to repeat. */
  async handle({
    event,
    clientKey,
    userOpenId,
    eventTime,
    content,
    recipients,
  }: DispatchedEvent): Promise<boolean> {
    if (event.startsWith('post.publish.')) return await this.publications.accept(event, content, eventTime);
    if (event === 'comment.update') {
      const taken = await Promise.all(recipients.map((recipient) => this.inbox.accept(recipient, content)));
      return taken.includes(true);
    }
    if (event === 'authorization.removed' && userOpenId && recipients.length > 0) {
      const reason = REMOVAL_REASONS[String(content.reason)] ?? 'TikTok removed the access';
      await this.integrations.accessRemoved({ appId: clientKey, openId: userOpenId }, reason, eventTime);
      return true;
    }
    return false;
  }
}
