import { Injectable } from '@nestjs/common';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

// https://developers.tiktok.com/doc/webhooks-events
const REMOVAL_REASONS: Record<string, string> = {
  '1': 'the TikTok user disconnected the app',
  '2': 'the TikTok account was deleted',
  '3': "the TikTok user's age changed",
  '4': 'the TikTok account was banned',
  '5': 'the app revoked the access',
};

/** Expires the integrations of an account when TikTok removes the access. */
@Injectable()
export class AuthorizationEventsHandler {
  constructor(private readonly integrations: IntegrationsService) {}

  @OnWebhook('authorization.removed')
  async accessRemoved(
    { clientKey, userOpenId, content, eventTime }: IncomingEvent,
    recipients: readonly IntegrationRef[],
  ): Promise<Handled> {
    if (!userOpenId) return { kind: 'unused', reason: 'The event does not identify the account.' };
    // A new consent may not be committed yet.
    if (recipients.length === 0) return { kind: 'early', missing: 'account' };
    const reason = REMOVAL_REASONS[String(content.reason)] ?? 'TikTok removed the access';
    await this.integrations.accessRemoved({ appId: clientKey, openId: userOpenId }, reason, eventTime);
    return { kind: 'done' };
  }
}
