import { Injectable } from '@nestjs/common';
import { IntegrationsService, ReconnectNeededError } from '../../../integrations/index.js';
import type { BusinessAccount } from '../../../tiktok/index.js';

/** Finds an integration's account at the Business API. */
@Injectable()
export class BusinessAccounts {
  constructor(private readonly integrations: IntegrationsService) {}

  /** @throws ReconnectNeededError once its consent has been removed */
  async of(integrationId: string): Promise<BusinessAccount> {
    const { account } = await this.integrations.consents(integrationId);
    if (!account) throw new ReconnectNeededError('the consent for the Business API has been removed');
    return { credentialId: account.credentialId, businessId: account.subject };
  }
}
