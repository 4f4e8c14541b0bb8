import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { TikTokUnavailableError } from '../http/tiktok-errors.js';
import { isLifetime } from '../http/token-lifetime.js';
import type { TokenPair } from '../open-api/oauth.api.js';
import { BusinessAppClient } from './business-app-client.js';

/** Lifetimes in seconds. `open_id` is the `business_id` of all other calls. */
interface TokenAnswer {
  access_token: string;
  expires_in: number;
  open_id: string;
  refresh_token: string;
  refresh_token_expires_in: number;
  /** Comma separated. */
  scope: string;
}

export interface AccountTokenInfo {
  app_id: string;
  /** Comma separated. */
  scope: string;
  /** Equals `open_id`. */
  creator_id: string;
}

/** OAuth for TikTok accounts at the Business API. https://business-api.tiktok.com/portal/docs?id=1738083939371009 */
@Injectable()
export class AccountOAuthApi {
  constructor(
    private readonly config: AppConfig,
    private readonly client: BusinessAppClient,
  ) {}

  get appId(): string {
    return this.client.app.id;
  }

  /** Where the browser gives consent. One scope that the app lacks makes TikTok refuse them all. */
  authorizeUrl(parameters: { scopes: readonly string[]; redirectUri: string; state: string }): string {
    const url = new URL('/v2/auth/authorize/', this.config.tiktok.authBaseUrl);
    url.search = new URLSearchParams({
      client_key: this.appId,
      response_type: 'code',
      scope: parameters.scopes.join(','),
      redirect_uri: parameters.redirectUri,
      state: parameters.state,
      // Without it, TikTok was seen to send an account that had consented before back without a code.
      disable_auto_auth: '1',
    }).toString();
    return url.href;
  }

  /**
   * @param code URL-decoded exactly once
   * @throws TikTokApiError 40110 when the code is wrong, used or too old
   */
  exchangeCode(code: string, redirectUri: string): Promise<TokenPair> {
    return this.token('/tt_user/oauth2/token/', {
      grant_type: 'authorization_code',
      auth_code: code,
      redirect_uri: redirectUri,
    });
  }

  /**
   * The refresh token may change with each call: save the answer before anything else.
   * @throws TikTokApiError 40103 (expired) or 40107 (wrong): somebody has to connect again
   */
  refresh(refreshToken: string): Promise<TokenPair> {
    return this.token('/tt_user/oauth2/refresh_token/', {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
  }

  /** @throws TikTokTokenRejectedError when it was dead already */
  async revoke(accessToken: string): Promise<void> {
    await this.client.post('/tt_user/oauth2/revoke/', { ...this.appKeys, access_token: accessToken });
  }

  /** Whose token it is, and what it may do now. */
  tokenInfo(accessToken: string): Promise<AccountTokenInfo> {
    const body = { app_id: this.appId, access_token: accessToken };
    return this.client.post('/tt_user/token_info/get/', body, 'read');
  }

  /**
   * The user name of the account, by a token that no credential holds yet; undefined when that scope was not granted.
   * https://business-api.tiktok.com/portal/docs?id=1762228399168514
   */
  async username({ accessToken, openId, scopes }: TokenPair): Promise<string | undefined> {
    if (!scopes.includes('user.info.username')) return undefined;
    const query = { business_id: openId, fields: JSON.stringify(['username']) };
    const path = '/business/get/';
    return (await this.client.getOfAccount<{ username?: string }>(path, query, accessToken)).username;
  }

  private async token(path: string, grant: Record<string, string>): Promise<TokenPair> {
    const answer = await this.client.post<Partial<TokenAnswer>>(path, { ...this.appKeys, ...grant });
    if (!isComplete(answer))
      throw new TikTokUnavailableError({ family: 'business', path, httpStatus: 200 }, 'an incomplete token');
    return {
      openId: answer.open_id,
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      accessLifetimeSeconds: answer.expires_in,
      refreshLifetimeSeconds: answer.refresh_token_expires_in,
      scopes: answer.scope.split(',').filter(Boolean),
    };
  }

  private get appKeys(): { client_id: string; client_secret: string } {
    const { id, secret } = this.client.app;
    return { client_id: id, client_secret: secret };
  }
}

function isComplete(answer: Partial<TokenAnswer>): answer is TokenAnswer {
  const texts = [answer.access_token, answer.refresh_token, answer.open_id];
  const seconds = [answer.expires_in, answer.refresh_token_expires_in];
  return (
    texts.every((value) => typeof value === 'string' && value !== '') &&
    typeof answer.scope === 'string' &&
    seconds.every(isLifetime)
  );
}
