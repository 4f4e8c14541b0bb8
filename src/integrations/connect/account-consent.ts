import { Injectable, Logger } from '@nestjs/common';
import { Not } from 'typeorm';
import { Clock, messageOf } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { AccountApi, AccountOAuthApi } from '../../tiktok/index.js';
import { Integration } from '../integration.entity.js';
import { CredentialStore } from '../tokens/credential-store.js';
import { ConsentLinks } from './consent-links.js';
import { ConsentRefusedError } from './consent-refused.error.js';
import type { OAuthState } from './oauth-state.entity.js';
import { SameOwner } from './same-owner.js';

/** Finishes the second consent, at the Business API: comments and insights of the same TikTok account. */
@Injectable()
export class AccountConsent {
  private readonly logger = new Logger(AccountConsent.name);

  constructor(
    private readonly links: ConsentLinks,
    private readonly oauth: AccountOAuthApi,
    private readonly accounts: AccountApi,
    private readonly sameOwner: SameOwner,
    private readonly credentials: CredentialStore,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the integration that it belongs to */
  async finish(consent: OAuthState, code: string): Promise<string> {
    const integration = await this.find(consent.integrationId);
    const pair = await this.oauth.exchangeCode(code, this.links.redirectUri('account'));
    await this.sameOwner.assertAccount(consent, this.oauth.appId, pair.openId);
    const identity = { family: 'account' as const, appId: this.oauth.appId, subject: pair.openId };
    const credentialId = await this.credentials.save(identity, pair);
    const username = await this.username(credentialId, pair.openId);
    // Both families have ids of their own for an account: the user name is what they share.
    if (integration.username && username && integration.username !== username) {
      await this.credentials.dropUnused(credentialId);
      throw new ConsentRefusedError('different_account');
    }
    await this.orgContext.transaction((em) =>
      em
        .getRepository(Integration)
        .update({ id: integration.id }, { accountCredentialId: credentialId, dueAt: this.clock.now() }),
    );
    return integration.id;
  }

  private async find(id: string | null): Promise<Integration> {
    const found =
      id &&
      (await this.orgContext.transaction((em) =>
        em.getRepository(Integration).findOneBy({ id, status: Not('disconnected') }),
      ));
    if (!found) throw new ConsentRefusedError('integration_gone');
    return found;
  }

  private async username(credentialId: string, businessId: string): Promise<string | undefined> {
    try {
      return (await this.accounts.get({ credentialId, businessId }, { fields: ['username'] })).username;
    } catch (error) {
      this.logger.warn(`the business profile was not to be had when connecting: ${messageOf(error)}`);
      return undefined;
    }
  }
}
