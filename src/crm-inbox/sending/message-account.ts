import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { TikTokApiError, type BusinessAccount } from '../../tiktok/index.js';

const NO_PERMISSION = '40001';

/** The account that writes direct messages for an integration. */
@Injectable()
export class MessageAccounts {
  constructor(private readonly integrations: IntegrationsService) {}

  /**
   * A user waits for these calls, which limits how long one may take.
   * @throws ConflictError with the reason and the fix if the account cannot send direct messages; NotFoundError
   */
  async of(integrationId: string): Promise<BusinessAccount> {
    const integration = await this.integrations.load(integrationId);
    integration.assertCan('send_messages');
    const { account } = integration.consents;
    if (!account) throw new Error('an account that can send messages has no consent');
    return { credentialId: account.credentialId, businessId: account.subject, priority: 'interactive' };
  }

  /** Remembers that TikTok offers the account no direct messages, although its owner has granted them. */
  async noteRefusal(integrationId: string, error: unknown): Promise<void> {
    if (error instanceof TikTokApiError && error.code === NO_PERMISSION)
      await this.integrations.noteMessaging(integrationId, error.tiktokMessage || 'no reason given');
  }
}
