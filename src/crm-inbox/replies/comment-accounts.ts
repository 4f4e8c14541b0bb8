import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import type { BusinessAccount } from '../../tiktok/index.js';

/** The account that writes comments for an integration. */
@Injectable()
export class CommentAccounts {
  constructor(private readonly integrations: IntegrationsService) {}

  /**
   * A user waits for these calls, which limits how long one may take.
   * @throws ConflictError with the reason and the fix if the account cannot write comments; NotFoundError
   */
  async of(integrationId: string): Promise<BusinessAccount> {
    const integration = await this.integrations.load(integrationId);
    integration.assertCan('manage_comments');
    const { account } = integration.consents;
    if (!account) throw new Error('an account that can write comments has no consent');
    return { credentialId: account.credentialId, businessId: account.subject, priority: 'interactive' };
  }
}
