import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, messageOf, NotFoundError } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import {
  AccountOAuthApi,
  isTransient,
  OAuthApi,
  TikTokApiError,
  TikTokNetworkError,
  type TokenPair,
} from '../../tiktok/index.js';
import { IntegrationExpiry } from '../life/integration-expiry.js';
import { ReconnectNeededError } from './credential-errors.js';
import { CredentialStore } from './credential-store.js';
import { Credential } from './credential.entity.js';
import { JournalReplay } from './journal-replay.js';
import { fingerprint, RefreshJournal } from './refresh-journal.js';
import { coolDownMs, needsRefresh } from './refresh-policy.js';

/** Why a refresh is wanted. */
export type RefreshReason =
  /** A caller needs a token. */
  | { kind: 'use' }
  /** TikTok has rejected this access token. */
  | { kind: 'rejected'; token: string }
  /** Nobody waits: its time has come. */
  | { kind: 'proactive' };

/** What came of it: a token, or an error that was written down and is now for the caller. */
type Outcome = { token: string } | { error: Error };

// The answers by which TikTok says that a refresh token is dead. Anything else may be our own configuration.
const TERMINAL = new Set(['invalid_grant', 'access_denied', '40103', '40105', '40107']);

/** One refresh of one credential, under its row's lock: look again, ask TikTok, save the pair and nothing else. */
@Injectable()
export class TokenRefresher {
  private readonly logger = new Logger(TokenRefresher.name);

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly oauth: OAuthApi,
    private readonly accountOAuth: AccountOAuthApi,
    private readonly journal: RefreshJournal,
    private readonly replay: JournalReplay,
    private readonly expiry: IntegrationExpiry,
    private readonly clock: Clock,
  ) {}

  /** @throws ReconnectNeededError, or TikTokError when there is no valid token to be had now */
  async refresh(credentialId: string, reason: RefreshReason): Promise<string> {
    const answered: { pair?: TokenPair } = {};
    try {
      const outcome = await this.system.transaction('refresh a token', (em) =>
        this.underLock(em, credentialId, reason, answered),
      );
      await this.journal.discard(credentialId);
      if ('error' in outcome) throw outcome.error;
      return outcome.token;
    } catch (error) {
      // TikTok has answered and the commit failed: the pair is in the journal, and it is good for the callers.
      if (!answered.pair) throw error;
      this.logger.error(`a new pair is not committed yet, the journal holds it: ${messageOf(error)}`);
      this.replay.soon();
      return answered.pair.accessToken;
    }
  }

  private async underLock(
    em: EntityManager,
    id: string,
    reason: RefreshReason,
    answered: { pair?: TokenPair },
  ): Promise<Outcome> {
    // The lock first: whoever held it may have left a pair in the journal.
    await find(em, id);
    await this.replay.into(em, id);
    const credential = await find(em, id);
    if (credential.rejectedAt)
      return { error: new ReconnectNeededError(credential.rejectedReason ?? 'refused') };
    const held = this.store.accessToken(credential);
    if (!this.isWanted(credential, held, reason)) return { token: held };
    if (credential.refreshToken === null)
      return { error: await this.reject(em, credential, 'the access was taken away') };
    // A token that TikTok has rejected is of no use, whatever its lifetime says.
    const alive = credential.accessExpiresAt !== null && this.clock.now() < credential.accessExpiresAt;
    const usable = reason.kind !== 'rejected' && alive ? held : undefined;
    if (credential.refreshRetryAt && this.clock.now() < credential.refreshRetryAt)
      return fallBack(usable, cooling());
    return await this.askTikTok(em, credential, usable, answered);
  }

  private isWanted(credential: Credential, held: string, reason: RefreshReason): boolean {
    const now = this.clock.now();
    if (reason.kind === 'rejected') return held === reason.token;
    if (reason.kind === 'proactive') return credential.dueAt !== null && now >= credential.dueAt;
    const { issuedAt, accessExpiresAt } = credential;
    return accessExpiresAt !== null && needsRefresh(issuedAt, accessExpiresAt, now);
  }

  /** What must be remembered is an outcome to commit, not an exception that would roll it back. */
  private async askTikTok(
    em: EntityManager,
    credential: Credential,
    usable: string | undefined,
    answered: { pair?: TokenPair },
  ): Promise<Outcome> {
    try {
      const refreshToken = this.store.refreshToken(credential);
      const pair = await this.endpointOf(credential).refresh(refreshToken);
      const answeredAt = this.clock.now();
      answered.pair = pair;
      const replaced = fingerprint(refreshToken);
      await this.journal.keep({
        credentialId: credential.id,
        replaced,
        pair,
        answeredAt: answeredAt.toISOString(),
      });
      await this.store.replace(em, credential.id, pair, answeredAt);
      return { token: pair.accessToken };
    } catch (error) {
      if (answered.pair || !(error instanceof Error)) throw error;
      if (error instanceof TikTokApiError && TERMINAL.has(error.code)) {
        return { error: await this.reject(em, credential, error.tiktokMessage || error.code, error) };
      }
      await this.coolDown(em, credential, error);
      return fallBack(isTransient(error) ? usable : undefined, error);
    }
  }

  private async coolDown(
    em: EntityManager,
    { id, refreshFailures }: Credential,
    error: Error,
  ): Promise<void> {
    const failures = refreshFailures + 1;
    const retryAt = new Date(this.clock.now().getTime() + coolDownMs(failures));
    this.logger.warn(`refresh ${failures} of credential ${id} did not go through: ${error.message}`);
    await em
      .getRepository(Credential)
      .update({ id }, { refreshFailures: failures, refreshRetryAt: retryAt, dueAt: retryAt });
  }

  private endpointOf({ family }: Credential): OAuthApi | AccountOAuthApi {
    return family === 'account' ? this.accountOAuth : this.oauth;
  }

  private async reject(
    em: EntityManager,
    { id }: Credential,
    reason: string,
    cause?: Error,
  ): Promise<ReconnectNeededError> {
    this.logger.warn(`credential ${id} is dead: ${cause?.message ?? reason}`);
    const dead = { rejectedAt: this.clock.now(), rejectedReason: reason, dueAt: null };
    await em.getRepository(Credential).update({ id }, dead);
    await this.expiry.credentialRefused(em, id, reason);
    return new ReconnectNeededError(reason, { cause });
  }
}

async function find(em: EntityManager, id: string): Promise<Credential> {
  const credential = await em
    .getRepository(Credential)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!credential)
    throw new NotFoundError('credential_gone', 'The connection to this TikTok account is gone.');
  return credential;
}

function fallBack(usable: string | undefined, error: Error): Outcome {
  return usable === undefined ? { error } : { token: usable };
}

function cooling(): Error {
  return new TikTokNetworkError(
    '/v2/oauth/token/',
    false,
    new Error('TikTok did not answer lately; it is asked again soon'),
  );
}
