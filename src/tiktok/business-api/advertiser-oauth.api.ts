import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { TikTokUnavailableError } from '../http/tiktok-errors.js';
import { BusinessAppClient } from './business-app-client.js';

interface AccessTokenResponse {
  access_token: string;
  advertiser_ids?: string[];
  /** Numbers, some beyond 2^53. */
  scope?: (number | string)[];
}

/** The access that an ad account owner has granted. The token does not expire and cannot be refreshed. */
export interface AdvertiserGrant {
  accessToken: string;
  advertiserIds: string[];
  scopeIds: string[];
}

const TOKEN_PATH = '/oauth2/access_token/';

/** OAuth for ad accounts. https://business-api.tiktok.com/portal/docs?id=1738373164380162 */
@Injectable()
export class AdvertiserOAuthApi {
  constructor(
    private readonly config: AppConfig,
    private readonly client: BusinessAppClient,
  ) {}

  get appId(): string {
    return this.client.app.id;
  }

  /**
   * Returns the URL of TikTok's consent page. It has no scope parameter, since the app's settings define the scopes. TikTok
   * redirects back with `auth_code`, or without it if the user declined.
   */
  authorizeUrl({ redirectUri, state }: { redirectUri: string; state: string }): string {
    const url = new URL('/portal/auth', this.config.tiktok.businessBaseUrl);
    url.search = new URLSearchParams({ app_id: this.appId, state, redirect_uri: redirectUri }).toString();
    return url.href;
  }

  /**
   * @param authCode valid for 1 h, once
   * @throws TikTokApiError 40110 if the code is wrong, used or expired
   */
  async exchangeCode(authCode: string): Promise<AdvertiserGrant> {
    const response = await this.client.post<Partial<AccessTokenResponse>>(TOKEN_PATH, {
      ...this.appKeys,
      auth_code: authCode,
    });
    if (!response.access_token)
      throw new TikTokUnavailableError(
        { family: 'business', path: TOKEN_PATH, httpStatus: 200 },
        'an incomplete token',
      );
    return {
      accessToken: response.access_token,
      advertiserIds: (response.advertiser_ids ?? []).map(String),
      scopeIds: (response.scope ?? []).map(String),
    };
  }

  /** Also ends the token's webhook subscriptions. @throws TikTokTokenRejectedError if the token no longer worked */
  async revoke(accessToken: string): Promise<void> {
    await this.client.post('/oauth2/revoke_token/', { ...this.appKeys, access_token: accessToken });
  }

  private get appKeys(): { app_id: string; secret: string } {
    const { id, secret } = this.client.app;
    return { app_id: id, secret };
  }
}
