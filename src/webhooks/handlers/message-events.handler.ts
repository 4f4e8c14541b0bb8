import { Injectable } from '@nestjs/common';
import { DirectIntake } from '../../crm-inbox/index.js';
import { OrgContext } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import { SyncService } from '../../sync/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

/** Adds direct messages to the inboxes of their account. */
@Injectable()
export class MessageEventsHandler {
  constructor(
    private readonly inbox: DirectIntake,
    private readonly sync: SyncService,
    private readonly orgContext: OrgContext,
  ) {}

  @OnWebhook('im_receive_msg', 'im_receive_msg_eu', 'im_send_msg', 'im_mark_read_msg', 'im_referral_msg')
  async messageChanged(
    { event, content, userOpenId, eventTime }: IncomingEvent,
    recipients: readonly IntegrationRef[],
  ): Promise<Handled> {
    if (!userOpenId) return { kind: 'unused', reason: 'The event does not identify the account.' };
    // A new consent may not be committed yet.
    if (recipients.length === 0) return { kind: 'early', missing: 'account' };
    const arrived = { name: event, content, businessId: userOpenId, eventTime };
    const outcomes = await Promise.all(recipients.map((recipient) => this.inbox.accept(recipient, arrived)));
    if (outcomes.includes('european')) await this.readSoon(recipients);
    if (outcomes.some((outcome) => outcome !== 'unknown')) return { kind: 'done' };
    return { kind: 'unused', reason: 'The event contains no message that this version knows.' };
  }

  /** TikTok's event names no conversation. Its lists may show the message. */
  private async readSoon(recipients: readonly IntegrationRef[]): Promise<void> {
    for (const { id, organisationId } of recipients)
      await this.orgContext.run(organisationId, 'webhook of a message', () =>
        this.sync.refreshSoon(id, 'messages'),
      );
  }
}
