import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../../common/index.js';
import type { TokenPair } from '../../../tiktok/index.js';
import type { Credential } from '../../integration/credential.entity.js';
import { SecretUnreadableError, TokenUnreadableError } from '../../integration/credential.errors.js';
import type { GrantedTokens, LastingToken } from './granted-tokens.js';
import { UNLEASED, UNMARKED } from './refresh-mark.js';
import { proactiveRefreshAt } from './refresh-policy.js';
import { TokenCipher } from './token-cipher.js';

/** The columns that a new set of tokens replaces. */
export type TokenColumns = Omit<Credential, 'id' | 'family' | 'appId' | 'subject'>;

/** Turns tokens into a credential's columns and back: they are always encrypted at rest. */
@Injectable()
export class TokenVault {
  private readonly logger = new Logger(TokenVault.name);

  constructor(private readonly cipher: TokenCipher) {}

  /** @throws TokenUnreadableError */
  accessToken({ id, accessToken }: Credential): string {
    return this.decrypt(id, 'access_token', accessToken);
  }

  /** @throws TokenUnreadableError; Error for a family without refresh */
  refreshToken({ id, refreshToken }: Credential): string {
    if (refreshToken === null) throw new Error(`credential ${id} has no refresh token`);
    return this.decrypt(id, 'refresh_token', refreshToken);
  }

  /** Returns the access token; undefined when it cannot be decrypted, and so neither be used nor revoked. */
  readable(credential: Credential): string | undefined {
    try {
      return this.accessToken(credential);
    } catch (error) {
      this.logger.error(`a token cannot be read: ${messageOf((error as Error).cause ?? error)}`);
      return undefined;
    }
  }

  /** Returns why its tokens cannot be read here; undefined when they can. */
  problemWith(credential: Credential): SecretUnreadableError | undefined {
    try {
      this.accessToken(credential);
      if (credential.refreshToken !== null) this.refreshToken(credential);
      return undefined;
    } catch (error) {
      if (error instanceof TokenUnreadableError) return error.secret;
      throw error;
    }
  }

  columns(id: string, tokens: GrantedTokens, issuedAt: Date): TokenColumns {
    return 'refreshToken' in tokens
      ? this.pairColumns(id, tokens, issuedAt)
      : this.lastingColumns(id, tokens, issuedAt);
  }

  private pairColumns(id: string, pair: TokenPair, issuedAt: Date): TokenColumns {
    const accessExpiresAt = after(issuedAt, pair.accessLifetimeSeconds);
    return {
      ...FRESH,
      accessToken: this.encrypt(id, 'access_token', pair.accessToken),
      refreshToken: this.encrypt(id, 'refresh_token', pair.refreshToken),
      scopes: pair.scopes,
      issuedAt,
      accessExpiresAt,
      refreshExpiresAt: after(issuedAt, pair.refreshLifetimeSeconds),
      dueAt: proactiveRefreshAt(issuedAt, accessExpiresAt, Math.random()),
    };
  }

  private lastingColumns(id: string, { accessToken, scopes }: LastingToken, issuedAt: Date): TokenColumns {
    return {
      ...FRESH,
      accessToken: this.encrypt(id, 'access_token', accessToken),
      refreshToken: null,
      scopes,
      issuedAt,
      accessExpiresAt: null,
      refreshExpiresAt: null,
      dueAt: null,
    };
  }

  private encrypt(recordId: string, field: string, token: string): string {
    return this.cipher.encrypt(token, { recordId, field });
  }

  private decrypt(recordId: string, field: string, record: string): string {
    try {
      return this.cipher.decrypt(record, { recordId, field });
    } catch (error) {
      throw error instanceof SecretUnreadableError ? new TokenUnreadableError(error) : error;
    }
  }
}

/** Resets failure state when new tokens are stored. */
const FRESH = {
  rejectedAt: null,
  rejectedReason: null,
  refreshFailures: 0,
  refreshRetryAt: null,
  refreshRefusal: null,
  unreadableSince: null,
  ...UNMARKED,
  ...UNLEASED,
};

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
