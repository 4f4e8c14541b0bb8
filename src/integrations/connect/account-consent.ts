import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AccountOAuthApi } from '../../tiktok/index.js';
import { IntegrationsService } from '../integration/integrations.service.js';
import { ConsentLinks } from '../oauth/authorize-urls.js';
import { ConsentRefusedError } from '../oauth/grant-refused.error.js';
import { ConsentSettlement } from '../oauth/grant.service.js';
import type { OAuthState } from '../oauth/oauth-state.entity.js';

/** Finishes the second consent, at the Business API: comments and insights of the same TikTok account. */
@Injectable()
export class AccountConsent {
  constructor(
    private readonly links: ConsentLinks,
    private readonly oauth: AccountOAuthApi,
    private readonly settlement: ConsentSettlement,
    private readonly integrations: IntegrationsService,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the integration that it belongs to. @throws ConsentRefusedError, TikTokError */
  async finish(consent: OAuthState, code: string): Promise<string> {
    if (!(await this.integrations.isConnected(consent.integrationId ?? '')))
      throw new ConsentRefusedError('integration_gone');
    const tokens = await this.oauth.exchangeCode(code, this.links.redirectUri('account'));
    const identity = { family: 'account' as const, appId: this.oauth.appId, subject: tokens.openId };
    return await this.settlement.settle(consent, { identity, tokens, answeredAt: this.clock.now() });
  }
}
