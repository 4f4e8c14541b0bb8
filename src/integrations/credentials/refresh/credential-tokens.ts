import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { BusyError, Clock, NotFoundError, SingleFlight, within, type Flight } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { SystemContext } from '../../../database/index.js';
import { TikTokTokenSource } from '../../../tiktok/index.js';
import { ReconnectNeededError, TokenUnreadableError } from '../../integration/credential.errors.js';
import { CredentialStore } from '../store/credential-store.js';
import { Credential } from '../../integration/credential.entity.js';
import { needsRefresh } from '../store/refresh-policy.js';
import type { RefreshReason } from './refresh-claims.js';
import { CREDENTIAL_GONE } from './refresh-settlement.js';
import { TokenRefresher } from './token-refresher.js';
import { UnreadableTokens } from '../store/unreadable-tokens.js';

// How long a refresh may keep its callers, counted from its beginning; it goes on without them.
const PATIENCE_MS = 5_000;
// The token that is held still works: a new one is worth a short wait.
const PATIENCE_WITH_TOKEN_MS = 1_000;
// Even when the refresh has taken longer already: it may end at any moment.
const SHORTEST_WAIT_MS = 250;
const RETRY_AFTER_SECONDS = 5;

/** Token custody: hands out access tokens, one refresh at a time per credential. */
@Injectable()
export class CredentialTokens extends TikTokTokenSource implements OnModuleDestroy, OnApplicationShutdown {
  /** Callers of one process share the refresh under way; the lease on the row does the same across processes. */
  private readonly refreshes = new SingleFlight<string>();
  /** Callers that come while the row is being read share that reading. */
  private readonly reads = new SingleFlight<Credential | null>();
  private stoppingSince = 0;

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly refresher: TokenRefresher,
    private readonly clock: Clock,
    private readonly unreadable: UnreadableTokens,
  ) {
    super();
  }

  onModuleDestroy(): void {
    this.stoppingSince = performance.now();
  }

  /** An answer of TikTok's that is on its way is waited for: without it the connection would be lost. */
  async onApplicationShutdown(): Promise<void> {
    const goneMs = performance.now() - this.stoppingSince;
    await this.refreshes.idle(Math.max(0, this.config.http.graceMs - goneMs));
  }

  /** @throws TokenUnreadableError; BusyError while TikTok is slow to renew it, besides what the refresher throws */
  async accessToken(credentialId: string): Promise<string> {
    const credential = await this.reads.join(credentialId, () => this.read(credentialId)).result;
    if (!credential) throw new NotFoundError('credential_gone', CREDENTIAL_GONE);
    if (credential.rejectedAt)
      throw new ReconnectNeededError(credential.rejectedReason ?? 'refused by TikTok');
    const { issuedAt, accessExpiresAt } = credential;
    const now = this.clock.now();
    if (!accessExpiresAt || !needsRefresh(issuedAt, accessExpiresAt, now)) return await this.held(credential);
    const usable = now < accessExpiresAt ? await this.held(credential) : undefined;
    return await patiently(this.refresh(credentialId, { kind: 'use' }), usable);
  }

  async renewedToken(credentialId: string, rejected: string): Promise<string> {
    for (;;) {
      const underWay = this.refreshes.current(credentialId);
      const flight = underWay ?? this.refresh(credentialId, { kind: 'rejected', token: rejected });
      const token = await patiently(flight);
      // A refresh for another reason may have found the token good.
      if (token !== rejected || !underWay) return token;
    }
  }

  /** Refreshes a token whose time has come, without a caller. */
  async keepFresh(credentialId: string): Promise<void> {
    await patiently(this.refresh(credentialId, { kind: 'proactive' }));
  }

  private read(id: string): Promise<Credential | null> {
    return this.system.transaction('read a token', (em) => em.getRepository(Credential).findOneBy({ id }));
  }

  private held(credential: Credential): Promise<string> {
    return this.watched(credential.id, () => this.store.accessToken(credential));
  }

  private refresh(credentialId: string, reason: RefreshReason): Flight<string> {
    return this.refreshes.join(credentialId, () =>
      this.watched(credentialId, () => this.refresher.refresh(credentialId, reason)),
    );
  }

  /** A token that cannot be decrypted is remembered, so that its organisations are notified once. */
  private async watched(credentialId: string, ask: () => string | Promise<string>): Promise<string> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof TokenUnreadableError) await this.unreadable.note(credentialId, error);
      throw error;
    }
  }
}

/** A refresh that fails costs no caller the token that is still good, unless TikTok has ended it. */
function orElse(usable: string): (error: unknown) => string {
  return (error) => {
    if (error instanceof ReconnectNeededError) throw error;
    return usable;
  };
}

/** @param usable what the caller gets when the refresh takes long, or fails */
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
