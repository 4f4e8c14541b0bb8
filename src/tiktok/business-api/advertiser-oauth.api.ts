import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { TikTokUnavailableError } from '../http/tiktok-errors.js';
import { BusinessAppClient } from './business-app-client.js';

interface AccessTokenAnswer {
  access_token: string;
  advertiser_ids?: string[];
  /** Numbers, some beyond 2^53. */
  scope?: (number | string)[];
}

/** What an ad account owner has granted. The token has no end of its own and cannot be refreshed. */
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
   * Where the browser gives consent. There is no scope parameter: the scopes are those ticked on the app. It comes
   * back with `auth_code`, or without one when consent was denied.
   */
  authorizeUrl({ redirectUri, state }: { redirectUri: string; state: string }): string {
    const url = new URL('/portal/auth', this.config.tiktok.businessBaseUrl);
    url.search = new URLSearchParams({ app_id: this.appId, state, redirect_uri: redirectUri }).toString();
    return url.href;
  }

  /**
   * @param authCode lives an hour, works once
   * @throws TikTokApiError 40110 when the code is wrong, used or too old
   */
  async exchangeCode(authCode: string): Promise<AdvertiserGrant> {
    const answer = await this.client.post<Partial<AccessTokenAnswer>>(TOKEN_PATH, {
      ...this.appKeys,
      auth_code: authCode,
    });
    if (!answer.access_token)
      throw new TikTokUnavailableError(
        { family: 'business', path: TOKEN_PATH, httpStatus: 200 },
        'an incomplete token',
      );
    return {
      accessToken: answer.access_token,
      advertiserIds: (answer.advertiser_ids ?? []).map(String),
      scopeIds: (answer.scope ?? []).map(String),
    };
  }

  /** Subscriptions made with the token stop as well. @throws TikTokTokenRejectedError when it was dead already */
  async revoke(accessToken: string): Promise<void> {
    await this.client.post('/oauth2/revoke_token/', { ...this.appKeys, access_token: accessToken });
  }

  private get appKeys(): { app_id: string; secret: string } {
    const { id, secret } = this.client.app;
    return { app_id: id, secret };
  }
}
