import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { PostOwners, PublicationWebhook } from '../content/index.js';
import { InboxIntake } from '../crm-inbox/index.js';
import { IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import type { Missing } from './early-events.js';
import type { IncomingEvent } from './incoming-event.js';

/** What came of an event. `early`: what it is about is not known, and may become known. */
export type Handled =
  { kind: 'done' } | { kind: 'unused'; reason: string | null } | { kind: 'early'; missing: Missing };

const DONE: Handled = { kind: 'done' };
const UNUSED: Handled = { kind: 'unused', reason: null };

// https://developers.tiktok.com/doc/webhooks-events
const REMOVAL_REASONS: Record<string, string> = {
  '1': 'the TikTok user disconnected the app',
  '2': 'the TikTok account was deleted',
  '3': "the TikTok user's age changed",
  '4': 'the TikTok account was banned',
  '5': 'the app gave the access up',
};

// News of a post take a database connection each, and callers of the API need some, too.
const POSTS_AT_ONCE = 6;

/** Which module does what with which event. */
@Injectable()
export class EventHandlers {
  private readonly posts = pLimit(POSTS_AT_ONCE);

  constructor(
    private readonly publications: PublicationWebhook,
    private readonly owners: PostOwners,
    private readonly inbox: InboxIntake,
    private readonly integrations: IntegrationsService,
  ) {}

  /** Must be safe to repeat. */
  async handle(event: IncomingEvent, recipients: IntegrationRef[]): Promise<Handled> {
    if (event.event.startsWith('post.publish.')) return await this.posts(() => this.ofPost(event));
    if (event.event === 'comment.update') return await this.ofComment(event, recipients);
    if (event.event === 'authorization.removed') return await this.ofAccess(event, recipients);
    return UNUSED;
  }

  private async ofPost({ event, content, eventTime }: IncomingEvent): Promise<Handled> {
    if (await this.publications.accept(event, content, eventTime)) return DONE;
    const { publish_id: publishId } = content;
    if (typeof publishId !== 'string') return { kind: 'unused', reason: 'The event names no publish_id.' };
    // Its name is saved a moment after TikTok has given it.
    return (await this.owners.knows(publishId)) ? UNUSED : { kind: 'early', missing: 'publication' };
  }

  private async ofComment(
    { content, eventTime }: IncomingEvent,
    recipients: IntegrationRef[],
  ): Promise<Handled> {
    if (recipients.length === 0) return { kind: 'early', missing: 'video' };
    const taken = await Promise.all(
      recipients.map((recipient) => this.inbox.accept(recipient, content, eventTime)),
    );
    return taken.includes(true)
      ? DONE
      : { kind: 'unused', reason: 'The event does not name the comment and its video.' };
  }

  private async ofAccess(
    { clientKey, userOpenId, content, eventTime }: IncomingEvent,
    recipients: IntegrationRef[],
  ): Promise<Handled> {
    if (!userOpenId) return { kind: 'unused', reason: 'The event does not name the account.' };
    // A consent may be on its way into the database.
    if (recipients.length === 0) return { kind: 'early', missing: 'account' };
    const reason = REMOVAL_REASONS[String(content.reason)] ?? 'TikTok removed the access';
    await this.integrations.accessRemoved({ appId: clientKey, openId: userOpenId }, reason, eventTime);
    return DONE;
  }
}
