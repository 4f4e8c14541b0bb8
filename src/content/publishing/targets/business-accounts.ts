import { Injectable } from '@nestjs/common';
import { IntegrationsService, ReconnectNeededError, type ConsentRefs } from '../../../integrations/index.js';
import type { BusinessAccount } from '../../../tiktok/index.js';

/** Accounts at the Business API. */
@Injectable()
export class BusinessAccounts {
  constructor(private readonly integrations: IntegrationsService) {}

  /** @throws ReconnectNeededError when its consent is gone */
  async of(integrationId: string): Promise<BusinessAccount> {
    return businessAccountOf((await this.integrations.load(integrationId)).consents);
  }
}

/** @throws ReconnectNeededError when its consent is gone */
export function businessAccountOf({ account }: ConsentRefs): BusinessAccount {
  if (!account) throw new ReconnectNeededError('the consent for the Business API has been removed');
  return { credentialId: account.credentialId, businessId: account.subject };
}
