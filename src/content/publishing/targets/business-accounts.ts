import { Injectable } from '@nestjs/common';
import { IntegrationsService, ReconnectNeededError, type ConsentRefs } from '../../../integrations/index.js';
import type { BusinessAccount } from '../../../tiktok/index.js';

/** Finds an integration's account at the Business API. */
@Injectable()
export class BusinessAccounts {
  constructor(private readonly integrations: IntegrationsService) {}

  /** @throws ReconnectNeededError once its consent has been removed */
  async of(integrationId: string): Promise<BusinessAccount> {
    return businessAccountOf((await this.integrations.load(integrationId)).consents);
  }
}

/** @throws ReconnectNeededError once its consent has been removed */
export function businessAccountOf({ account }: ConsentRefs): BusinessAccount {
  if (!account) throw new ReconnectNeededError('the consent for the Business API has been removed');
  return { credentialId: account.credentialId, businessId: account.subject };
}
