import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf } from '../../common/index.js';
import { Jobs } from '../../jobs/index.js';
import { AccountOAuthApi, AdvertiserOAuthApi, OAuthApi, UserApi } from '../../tiktok/index.js';
import type { TokenGrant } from '../credentials/store/granted-tokens.js';
import { IntegrationsService } from '../integration/integrations.service.js';
import { AuthorizeUrls } from './authorize-urls.js';
import { GrantRefusedError } from './grant-refused.error.js';
import { GrantService } from './grant.service.js';
import type { OAuthState } from './oauth-state.entity.js';

/** Exchanges a callback's authorization code for tokens, and connects the account. Runs inside the organisation. */
@Injectable()
export class CodeExchange {
  private readonly logger = new Logger(CodeExchange.name);

  constructor(
    private readonly urls: AuthorizeUrls,
    private readonly login: OAuthApi,
    private readonly account: AccountOAuthApi,
    private readonly advertiser: AdvertiserOAuthApi,
    private readonly users: UserApi,
    private readonly grants: GrantService,
    private readonly integrations: IntegrationsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the integration, new or renewed
   * @throws TikTokError when TikTok issues no token for the code; GrantRefusedError when the grant cannot be used
   */
  async connect(state: OAuthState, code: string): Promise<string> {
    const { family, integrationId } = state;
    if (family !== 'login' && !(await this.integrations.isConnected(integrationId ?? '')))
      throw new GrantRefusedError('integration_gone');
    const grant = await this.exchange(state, code);
    const id = await this.grants.settle(state, { ...grant, answeredAt: this.clock.now() });
    if (family === 'login') await this.fetchProfile(id, grant.tokens.scopes);
    // Fetches which ad accounts were granted. The browser does not wait for their details.
    if (family === 'advertiser') await this.jobs.wake('integration', id);
    return id;
  }

  private async exchange(
    { family, integrationId }: OAuthState,
    code: string,
  ): Promise<Omit<TokenGrant, 'answeredAt'>> {
    if (family === 'advertiser') {
      const { accessToken, scopeIds: scopes, advertiserIds } = await this.advertiser.exchangeCode(code);
      // The token names no owner, so it belongs to this integration alone.
      const identity = { family, appId: this.advertiser.appId, subject: integrationId ?? '' };
      return { identity, tokens: { accessToken, scopes, advertiserIds } };
    }
    const api = family === 'account' ? this.account : this.login;
    const tokens = await api.exchangeCode(code, this.urls.redirectUri(family));
    const appId = family === 'account' ? this.account.appId : this.login.clientKey;
    return { identity: { family, appId, subject: tokens.openId }, tokens };
  }

  /** Stores the account's profile. A failure leaves it to the next profile sync: the account is connected without it. */
  private async fetchProfile(id: string, scopes: string[]): Promise<void> {
    try {
      const { credentialId } = await this.integrations.get(id);
      const user = await this.users.info(credentialId, scopes, 'interactive');
      if (user) await this.integrations.updateProfile(id, user);
    } catch (error) {
      this.logger.warn(`the profile of a connected account could not be fetched: ${messageOf(error)}`);
    }
  }
}
