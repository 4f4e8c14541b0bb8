import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../common/index.js';
import {
  AccountOAuthApi,
  AdvertiserOAuthApi,
  isTransient,
  OAuthApi,
  TikTokApiError,
  type TokenPair,
} from '../../../tiktok/index.js';
import type { CredentialFamily } from '../../integration/credential.entity.js';

/** Calls the token endpoints of each family. */
@Injectable()
export class TokenEndpoints {
  constructor(
    private readonly login: OAuthApi,
    private readonly account: AccountOAuthApi,
    private readonly advertiser: AdvertiserOAuthApi,
  ) {}

  /** Exchanges a refresh token for a new pair. Tokens of ad accounts have no refresh. @throws TikTokError */
  async refresh(family: CredentialFamily, refreshToken: string): Promise<TokenPair> {
    return await (family === 'account' ? this.account : this.login).refresh(refreshToken);
  }

  /** @throws TikTokError */
  async revoke(family: CredentialFamily, accessToken: string): Promise<void> {
    await this[family].revoke(accessToken);
  }
}

/** True if repeating a revoke cannot help: TikTok no longer accepts the token, or rejects our app. */
export function isPermanent(error: unknown): error is Error {
  return !isTransient(error) && (error instanceof TikTokApiError || error instanceof DomainError);
}
