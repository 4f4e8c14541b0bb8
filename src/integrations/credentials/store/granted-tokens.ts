import type { TokenPair } from '../../../tiktok/index.js';
import type { CredentialIdentity } from '../../integration/credential.entity.js';

/** A token that never expires and has no refresh, and the ad accounts that it opens. */
export interface LastingToken {
  accessToken: string;
  scopes: string[];
  advertiserIds: string[];
}

export type GrantedTokens = TokenPair | LastingToken;

/** Tokens that TikTok has issued for a consent. */
export interface TokenGrant {
  identity: CredentialIdentity;
  tokens: GrantedTokens;
  /** When TikTok issued them. */
  answeredAt: Date;
}
