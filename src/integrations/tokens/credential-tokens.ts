import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NotFoundError } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { isTransient, OAuthApi, TikTokApiError, TikTokTokenSource } from '../../tiktok/index.js';
import { ReconnectNeededError } from './credential-errors.js';
import { CredentialStore } from './credential-store.js';
import { Credential } from './credential.entity.js';
import { Integration } from '../integration.entity.js';
import { needsRefresh } from './refresh-policy.js';

// The answers by which TikTok says that a refresh token is dead. Anything else may be our own configuration.
const TERMINAL = new Set(['invalid_grant', 'access_denied']);

/** Token custody: hands out access tokens and refreshes them, one refresh at a time per credential. */
@Injectable()
export class CredentialTokens extends TikTokTokenSource {
  private readonly logger = new Logger(CredentialTokens.name);
  /** Callers of one process share the refresh under way; the row's lock does the same across processes. */
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly oauth: OAuthApi,
    private readonly clock: Clock,
  ) {
    super();
  }

  async accessToken(credentialId: string): Promise<string> {
    const credential = await this.system.transaction('read a token', (em) => find(em, credentialId));
    assertUsable(credential);
    if (!this.isDue(credential)) return this.store.accessToken(credential);
    return await this.refreshOnce(credentialId, undefined);
  }

  renewedToken(credentialId: string, rejected: string): Promise<string> {
    return this.refreshOnce(credentialId, rejected);
  }

  private refreshOnce(credentialId: string, rejected: string | undefined): Promise<string> {
    const current = this.underWay.get(credentialId);
    if (current) return current;
    const refresh = this.refresh(credentialId, rejected).finally(() => this.underWay.delete(credentialId));
    this.underWay.set(credentialId, refresh);
    return refresh;
  }

  /** Under the row's lock: look again, ask TikTok, save the new pair, and nothing else before the commit. */
  private async refresh(credentialId: string, rejected: string | undefined): Promise<string> {
    const outcome = await this.system.transaction('refresh a token', async (em) => {
      const credential = await find(em, credentialId, true);
      assertUsable(credential);
      const held = this.store.accessToken(credential);
      const alreadyRenewed = rejected === undefined ? !this.isDue(credential) : held !== rejected;
      if (alreadyRenewed) return held;
      return await this.askTikTok(em, credential, rejected === undefined ? held : undefined);
    });
    if (outcome instanceof ReconnectNeededError) throw outcome;
    return outcome;
  }

  /** A dead token is an outcome to commit, not an exception that would roll the verdict back. */
  private async askTikTok(
    em: EntityManager,
    credential: Credential,
    stillHeld: string | undefined,
  ): Promise<string | ReconnectNeededError> {
    try {
      const pair = await this.oauth.refresh(this.store.refreshToken(credential));
      await this.store.replace(em, credential.id, pair);
      return pair.accessToken;
    } catch (error) {
      if (error instanceof TikTokApiError && TERMINAL.has(error.code))
        return await this.reject(em, credential, error);
      const stillValid = stillHeld !== undefined && this.clock.now() < credential.accessExpiresAt;
      if (!isTransient(error) || !stillValid) throw error;
      this.logger.warn(`refresh of ${credential.id} did not go through, its token is still valid: ${error}`);
      return stillHeld;
    }
  }

  private async reject(
    em: EntityManager,
    { id }: Credential,
    cause: TikTokApiError,
  ): Promise<ReconnectNeededError> {
    const reason = cause.tiktokMessage || cause.code;
    this.logger.warn(`credential ${id} is dead: ${cause.message}`);
    await em
      .getRepository(Credential)
      .update({ id }, { rejectedAt: this.clock.now(), rejectedReason: reason });
    await em
      .getRepository(Integration)
      .update({ credentialId: id, status: 'active' }, { status: 'expired', statusReason: reason });
    return new ReconnectNeededError(reason, { cause });
  }

  private isDue({ issuedAt, accessExpiresAt }: Credential): boolean {
    return needsRefresh(issuedAt, accessExpiresAt, this.clock.now());
  }
}

async function find(em: EntityManager, id: string, lock = false): Promise<Credential> {
  const credential = await em
    .getRepository(Credential)
    .findOne({ where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) });
  if (!credential)
    throw new NotFoundError('credential_gone', 'The connection to this TikTok account is gone.');
  return credential;
}

function assertUsable({ rejectedAt, rejectedReason }: Credential): void {
  if (rejectedAt) throw new ReconnectNeededError(rejectedReason ?? 'refused by TikTok');
}
