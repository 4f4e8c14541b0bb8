import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { Clock, NotFoundError } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { TikTokTokenSource } from '../../tiktok/index.js';
import { ReconnectNeededError, TokenUnreadableError } from './credential-errors.js';
import { CredentialStore } from './credential-store.js';
import { Credential } from './credential.entity.js';
import { needsRefresh } from './refresh-policy.js';
import { TokenRefresher, type RefreshReason } from './token-refresher.js';
import { UnreadableTokens } from './unreadable-tokens.js';

// Each holds a database connection while TikTok answers: a slow TikTok must not take the whole pool.
const REFRESHES_AT_ONCE = 3;

/** Token custody: hands out access tokens, one refresh at a time per credential. */
@Injectable()
export class CredentialTokens extends TikTokTokenSource {
  /** Callers of one process share the refresh under way; the row's lock does the same across processes. */
  private readonly underWay = new Map<string, Promise<string>>();
  private readonly limit = pLimit(REFRESHES_AT_ONCE);

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly refresher: TokenRefresher,
    private readonly clock: Clock,
    private readonly unreadable: UnreadableTokens,
  ) {
    super();
  }

  accessToken(credentialId: string): Promise<string> {
    return this.watched(credentialId, () => this.currentToken(credentialId));
  }

  private async currentToken(credentialId: string): Promise<string> {
    const credential = await this.system.transaction('read a token', (em) =>
      em.getRepository(Credential).findOneBy({ id: credentialId }),
    );
    if (!credential)
      throw new NotFoundError('credential_gone', 'The connection to this TikTok account is gone.');
    if (credential.rejectedAt)
      throw new ReconnectNeededError(credential.rejectedReason ?? 'refused by TikTok');
    const { issuedAt, accessExpiresAt } = credential;
    if (!accessExpiresAt || !needsRefresh(issuedAt, accessExpiresAt, this.clock.now()))
      return this.store.accessToken(credential);
    return await this.refreshOnce(credentialId, { kind: 'use' });
  }

  renewedToken(credentialId: string, rejected: string): Promise<string> {
    return this.watched(credentialId, () =>
      this.refreshOnce(credentialId, { kind: 'rejected', token: rejected }),
    );
  }

  /** Refreshes a token whose time has come although nobody asks for it. */
  async keepFresh(credentialId: string): Promise<void> {
    await this.watched(credentialId, () => this.refreshOnce(credentialId, { kind: 'proactive' }));
  }

  /** A token that cannot be decrypted is remembered, so that its organisations are told once. */
  private async watched(credentialId: string, ask: () => Promise<string>): Promise<string> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof TokenUnreadableError) await this.unreadable.note(credentialId, error);
      throw error;
    }
  }

  private refreshOnce(credentialId: string, reason: RefreshReason): Promise<string> {
    const current = this.underWay.get(credentialId);
    if (current) return current;
    const refresh = this.limit(() => this.refresher.refresh(credentialId, reason)).finally(() =>
      this.underWay.delete(credentialId),
    );
    this.underWay.set(credentialId, refresh);
    return refresh;
  }
}
