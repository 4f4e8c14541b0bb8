import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { IntegrationsService } from '../integration/integrations.service.js';
import { loginScopes } from '../integration/scopes.js';
import { AuthorizeUrls } from './authorize-urls.js';
import { checkReturnUrl } from './return-url.js';

/** Begins a consent for an admin: checks the request and returns TikTok's consent page. */
@Injectable()
export class AuthUrlService {
  constructor(
    private readonly config: AppConfig,
    private readonly urls: AuthorizeUrls,
    private readonly integrations: IntegrationsService,
  ) {}

  /**
   * Begins the consent for a TikTok account. If Business scopes are requested, the browser continues to a second consent
   * automatically.
   * @param reconnect the integration to reconnect; another account is refused unless allowed
   * @throws InvalidInputError for unknown scopes and for return addresses that are not on the list
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
    return await this.urls.create({
      family: 'login',
      userId,
      scopes,
      returnUrl: allowed,
      integrationId,
      allowDifferent,
    });
  }

  /** Begins the consent for the ad accounts of an integration: the named one, or the only one. */
  async adsAuthUrl(userId: string, returnUrl: string, integrationId?: string): Promise<string> {
    const allowed = checkReturnUrl(returnUrl, this.config.returnUrlOrigins).href;
    if (!this.config.tiktok.business) {
      throw new ConflictError(
        'business_app_missing',
        'Ads need an app at TikTok API for Business. Set TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET.',
      );
    }
    const { id } = await this.integrations.resolve(integrationId);
    return await this.urls.create({
      family: 'advertiser',
      userId,
      scopes: [],
      returnUrl: allowed,
      integrationId: id,
      // An admin may choose other ad accounts than before.
      allowDifferent: true,
    });
  }
}
