import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { IntegrationLoader } from '../integration/integration-loader.js';
import { expiryThreshold } from '../integration/expiry-threshold.js';
import { BUSINESS_SCOPE_ALIAS } from '../integration/scopes.js';
import { AuthorizeUrls } from './authorize-urls.js';
import type { OAuthState } from './oauth-state.entity.js';
import { withOutcome } from './return-url.js';

/** Chooses the browser's next address after a consent. Runs inside the organisation. */
@Injectable()
export class CallbackRedirects {
  constructor(
    private readonly config: AppConfig,
    private readonly loader: IntegrationLoader,
    private readonly urls: AuthorizeUrls,
    private readonly clock: Clock,
  ) {}

  /** After the login, continues to the Business API's consent if its scopes were requested. */
  async connected(state: OAuthState, integrationId: string): Promise<string> {
    const { family, scopes, userId, returnUrl, allowDifferent } = state;
    const wanted = family === 'login' && scopes.includes(BUSINESS_SCOPE_ALIAS) && this.config.tiktok.business;
    if (wanted && !(await this.hasAccount(integrationId))) {
      const next = { family: 'account' as const, integrationId, scopes, userId, returnUrl, allowDifferent };
      return await this.urls.create(next);
    }
    return withOutcome(returnUrl, { status: 'connected', integrationId });
  }

  /** Without the second consent the account is connected all the same; the address says what is missing. */
  refused({ family, integrationId, returnUrl }: OAuthState, code: string): string {
    if (family !== 'account' || !integrationId) return withOutcome(returnUrl, { status: 'error', code });
    return withOutcome(returnUrl, { status: 'connected', integrationId, warning: `account_${code}` });
  }

  /** False if the second consent has to be given again: it was rejected, expires soon, or lacks a scope. */
  private async hasAccount(id: string): Promise<boolean> {
    const integration = await this.loader.findOrNull(id);
    if (!integration?.accountCredentialId) return false;
    const { account } = (await this.loader.withCredentials(integration)).credentials;
    if (!account || account.rejectedAt || account.unreadableSince) return false;
    const { scopes, refreshExpiresAt: end } = account;
    if (this.config.tiktok.accountScopes.some((scope) => !scopes.includes(scope))) return false;
    return end === null || expiryThreshold(end, this.clock.now()) === undefined;
  }
}
