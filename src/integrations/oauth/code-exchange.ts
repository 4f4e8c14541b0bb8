import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf } from '../../common/index.js';
import { OAuthApi, UserApi } from '../../tiktok/index.js';
import { IntegrationsService } from '../integration/integrations.service.js';
import { ConsentLinks } from './authorize-urls.js';
import { ConsentSettlement } from './grant.service.js';
import type { OAuthState } from './oauth-state.entity.js';

/** Finishes a consent at TikTok for Developers: the account is connected, or renewed. Runs inside the organisation. */
@Injectable()
export class LoginConsent {
  private readonly logger = new Logger(LoginConsent.name);

  constructor(
    private readonly links: ConsentLinks,
    private readonly oauth: OAuthApi,
    private readonly settlement: ConsentSettlement,
    private readonly users: UserApi,
    private readonly integrations: IntegrationsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the integration, new or renewed
   * @throws TikTokError when TikTok gives no token for the code, ConsentRefusedError for another account than was meant
   */
  async finish(consent: OAuthState, code: string): Promise<string> {
    const tokens = await this.oauth.exchangeCode(code, this.links.redirectUri('login'));
    const identity = { family: 'login' as const, appId: this.oauth.clientKey, subject: tokens.openId };
    const id = await this.settlement.settle(consent, { identity, tokens, answeredAt: this.clock.now() });
    await this.fillIn(id, tokens.scopes);
    return id;
  }

  /** The tokens are what counts: without a profile the account is connected all the same, and a sync fills it in. */
  private async fillIn(id: string, scopes: string[]): Promise<void> {
    try {
      const { credentialId } = await this.integrations.get(id);
      const user = await this.users.info(credentialId, scopes, 'interactive');
      if (user) await this.integrations.updateProfile(id, user);
    } catch (error) {
      this.logger.warn(`the profile was not to be had when connecting: ${messageOf(error)}`);
    }
  }
}
