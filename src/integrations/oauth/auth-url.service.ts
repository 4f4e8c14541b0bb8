import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { IntegrationsService } from '../integration/integrations.service.js';
import { ConsentLinks } from './authorize-urls.js';
import { checkReturnUrl } from './return-url.js';
import { loginScopes } from '../integration/scopes.js';

/** Where to send the browser to connect something. */
@Injectable()
export class Connector {
  constructor(
    private readonly config: AppConfig,
    private readonly links: ConsentLinks,
    private readonly integrations: IntegrationsService,
  ) {}

  /**
   * For a TikTok account. When Business scopes are among those asked for, the browser goes on to a second consent by
   * itself.
   * @param reconnect the integration whose account is meant; another account is refused unless allowed
   * @throws InvalidInputError on unknown scopes and on return addresses off the list
   */
  async authUrl(
    userId: string,
    scopes: string[],
    returnUrl: string,
    reconnect: { integrationId?: string; allowDifferent?: boolean } = {},
  ): Promise<string> {
    loginScopes(scopes);
    const allowed = checkReturnUrl(returnUrl, this.config.returnUrlOrigins).href;
    const { integrationId = null, allowDifferent = false } = reconnect;
    if (integrationId !== null) await this.integrations.get(integrationId);
    return await this.links.create({
      family: 'login',
      userId,
      scopes,
      returnUrl: allowed,
      integrationId,
      allowDifferent,
    });
  }

  /** For the ad accounts of an integration: the named one, or the only one. */
  async adsAuthUrl(userId: string, returnUrl: string, integrationId?: string): Promise<string> {
    const allowed = checkReturnUrl(returnUrl, this.config.returnUrlOrigins).href;
    if (!this.config.tiktok.business) {
      throw new ConflictError(
        'business_app_missing',
        'Ads need an app at TikTok API for Business: set TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET.',
      );
    }
    const { id } = await this.integrations.resolve(integrationId);
    return await this.links.create({
      family: 'advertiser',
      userId,
      scopes: [],
      returnUrl: allowed,
      integrationId: id,
      // An admin may choose others than before.
      allowDifferent: true,
    });
  }
}
