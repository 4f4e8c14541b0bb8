import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { BusyError, Clock, NotFoundError, SingleFlight, within, type Flight } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { TikTokTokenSource } from '../../../tiktok/index.js';
import { ReconnectNeededError, TokenUnreadableError } from '../../integration/credential.errors.js';
import { CredentialReads } from '../store/credential-reads.js';
import { TokenVault } from '../store/token-vault.js';
import { Credential } from '../../integration/credential.entity.js';
import { needsRefresh } from '../store/refresh-policy.js';
import type { RefreshReason } from './refresh-claims.js';
import { CREDENTIAL_GONE } from './refresh-outcome.js';
import { TokenRefresher } from './token-refresher.js';
import { UnreadableTokens } from '../store/unreadable-tokens.js';

// How long callers wait for a refresh, counted from its start; it continues without them.
const PATIENCE_MS = 5_000;
// The stored token still works, so a new one is worth a short wait only.
const PATIENCE_WITH_TOKEN_MS = 1_000;
// Also for a refresh that has already taken longer: it may end at any moment.
const SHORTEST_WAIT_MS = 250;
const RETRY_AFTER_SECONDS = 5;

/** Hands out access tokens, with one refresh at a time per credential. */
@Injectable()
export class CredentialTokens extends TikTokTokenSource implements OnModuleDestroy, OnApplicationShutdown {
  /** Shares one refresh among the callers of this process; the lease on the row does so across processes. */
  private readonly refreshes = new SingleFlight<string>();
  /** A run uses a row for several calls. Its token is forgotten with it. */
  private readonly decrypted = new WeakMap<Credential, string>();
  private stoppingSince = 0;

  constructor(
    private readonly config: AppConfig,
    private readonly reads: CredentialReads,
    private readonly vault: TokenVault,
    private readonly refresher: TokenRefresher,
    private readonly clock: Clock,
    private readonly unreadable: UnreadableTokens,
  ) {
    super();
  }

  onModuleDestroy(): void {
    this.stoppingSince = performance.now();
  }

  /** Waits for refreshes under way: without TikTok's answer the connection would be lost. */
  async onApplicationShutdown(): Promise<void> {
    const goneMs = performance.now() - this.stoppingSince;
    await this.refreshes.idle(Math.max(0, this.config.http.graceMs - goneMs));
  }

  /** @throws TokenUnreadableError; BusyError while TikTok is slow to renew it; and what the refresher throws */
  async accessToken(credentialId: string): Promise<string> {
    const credential = await this.reads.read(credentialId);
    if (!credential) throw new NotFoundError('credential_gone', CREDENTIAL_GONE);
    if (credential.rejectedAt) throw new ReconnectNeededError(credential.rejectedReason ?? 'no reason given');
    const { issuedAt, accessExpiresAt } = credential;
    const now = this.clock.now();
    if (!accessExpiresAt || !needsRefresh(issuedAt, accessExpiresAt, now)) return await this.held(credential);
    this.reads.forget(credentialId);
    const usable = now < accessExpiresAt ? await this.held(credential) : undefined;
    return await patiently(this.refresh(credentialId, { kind: 'use' }), usable);
  }

  async renewedToken(credentialId: string, rejected: string): Promise<string> {
    this.reads.forget(credentialId);
    for (;;) {
      const underWay = this.refreshes.current(credentialId);
      const flight = underWay ?? this.refresh(credentialId, { kind: 'rejected', token: rejected });
      const token = await patiently(flight);
      // A refresh for another reason may have kept this token.
      if (token !== rejected || !underWay) return token;
    }
  }

  /** Refreshes a token that is due, without a caller. */
  async keepFresh(credentialId: string): Promise<void> {
    await patiently(this.refresh(credentialId, { kind: 'proactive' }));
  }

  private async held(credential: Credential): Promise<string> {
    const known = this.decrypted.get(credential);
    if (known !== undefined) return known;
    const token = await this.watched(credential.id, () => this.vault.accessToken(credential));
    this.decrypted.set(credential, token);
    return token;
  }

  private refresh(credentialId: string, reason: RefreshReason): Flight<string> {
    return this.refreshes.join(credentialId, () =>
      this.watched(credentialId, () => this.refresher.refresh(credentialId, reason)),
    );
  }

  /** Records a token that cannot be decrypted, so that its organisations are notified once. */
  private async watched(credentialId: string, ask: () => string | Promise<string>): Promise<string> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof TokenUnreadableError) await this.unreadable.note(credentialId, error);
      throw error;
    }
  }
}

/** Returns the token that still works after a failed refresh, unless TikTok has ended the connection. */
function orElse(usable: string): (error: unknown) => string {
  return (error) => {
    if (error instanceof ReconnectNeededError) throw error;
    return usable;
  };
}

/** Waits for a refresh. @param usable the token for the caller if the refresh takes long, or fails */
async function patiently(refresh: Flight<string>, usable?: string): Promise<string> {
  const patience = usable === undefined ? PATIENCE_MS : PATIENCE_WITH_TOKEN_MS;
  const ms = Math.max(patience - refresh.ageMs(), SHORTEST_WAIT_MS);
  const result = usable === undefined ? refresh.result : refresh.result.catch(orElse(usable));
  return await within(ms, result, () => {
    if (usable !== undefined) return usable;
    throw new BusyError('token_refresh_slow', SLOW, RETRY_AFTER_SECONDS);
  });
}

const SLOW = `TikTok is slow to renew the access to this account. Try again in ${RETRY_AFTER_SECONDS} seconds.`;
