import { Injectable } from '@nestjs/common';
import { InboxIntake } from '../../crm-inbox/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

/** Adds comments to the inboxes of their recipients. */
@Injectable()
export class CommentEventsHandler {
  constructor(private readonly inbox: InboxIntake) {}

  @OnWebhook('comment.update')
  async commentChanged(
    { content, eventTime }: IncomingEvent,
    recipients: readonly IntegrationRef[],
  ): Promise<Handled> {
    if (recipients.length === 0) return { kind: 'early', missing: 'video' };
    const accepted = await Promise.all(
      recipients.map((recipient) => this.inbox.accept(recipient, content, eventTime)),
    );
    return accepted.includes(true)
      ? { kind: 'done' }
      : { kind: 'unused', reason: 'The event does not identify the comment and its video.' };
  }
}
