import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import { Integration } from '../integration/integration.entity.js';
import { passedHorizon } from '../lifecycle/expiry-notice.js';
import { Credential } from '../integration/credential.entity.js';
import { ConsentLinks } from './authorize-urls.js';
import type { OAuthState } from './oauth-state.entity.js';
import { withOutcome } from './return-url.js';
import { BUSINESS_SCOPE_ALIAS } from '../integration/scopes.js';

/** Says where the browser goes after a consent. Runs inside the organisation. */
@Injectable()
export class ConsentRedirects {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly links: ConsentLinks,
    private readonly clock: Clock,
  ) {}

  /** After the login the browser goes on to the Business API by itself, when its scopes were asked for. */
  async connected(consent: OAuthState, integrationId: string): Promise<string> {
    const { family, scopes, userId, returnUrl, allowDifferent } = consent;
    const wanted = family === 'login' && scopes.includes(BUSINESS_SCOPE_ALIAS) && this.config.tiktok.business;
    if (wanted && !(await this.hasAccount(integrationId))) {
      const next = {
        family: 'account' as const,
        integrationId,
        scopes,
        userId,
        returnUrl,
        allowDifferent,
      };
      return await this.links.create(next);
    }
    return withOutcome(returnUrl, { status: 'connected', integrationId });
  }

  /** Without the second consent the account is connected all the same; the address says what is missing. */
  refused({ family, integrationId, returnUrl }: OAuthState, code: string): string {
    if (family !== 'account' || !integrationId) return withOutcome(returnUrl, { status: 'error', code });
    return withOutcome(returnUrl, { status: 'connected', integrationId, warning: `account_${code}` });
  }

  /** One that TikTok has refused meanwhile, that ends soon, or with a box left unticked has to be given again. */
  private async hasAccount(id: string): Promise<boolean> {
    const found = await this.orgContext.transaction((em) => em.getRepository(Integration).findOneBy({ id }));
    const credentialId = found?.accountCredentialId;
    if (!credentialId) return false;
    const credential = await this.system.transaction('is the second consent still good', (em) =>
      em.getRepository(Credential).findOneBy({ id: credentialId }),
    );
    if (!credential || credential.rejectedAt || credential.unreadableSince) return false;
    const { scopes, refreshExpiresAt: end } = credential;
    if (this.config.tiktok.accountScopes.some((scope) => !scopes.includes(scope))) return false;
    return end === null || passedHorizon(end, this.clock.now()) === undefined;
  }
}
