import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, messageOf, newId, noteFacts, NotFoundError } from '../../common/index.js';
import { SystemContext, type Transaction } from '../../database/index.js';
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
import { fingerprint, RefreshJournal, type JournalEntry } from './refresh-journal.js';
import { isBegunElsewhere, UNMARKED } from './refresh-mark.js';
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

/** What the row says before TikTok is asked. */
interface Due {
  credential: Credential;
  /** The token that is held, when it is still good for something. */
  usable: string | undefined;
}

/** One refresh under way. */
interface Attempt {
  id: string;
  reason: RefreshReason;
  /** Of the pair that TikTok has given. */
  answered?: TokenPair;
}

// The answers by which TikTok says that a refresh token is dead. Anything else may be our own configuration.
const TERMINAL = new Set(['invalid_grant', 'access_denied', '40103', '40105', '40107']);

/**
 * One refresh of one credential at a time: look again, write down that TikTok is about to be asked, ask under the row's
 * lock, save the pair and nothing else.
 */
@Injectable()
export class TokenRefresher {
  private readonly logger = new Logger(TokenRefresher.name);
  /** This process, in the marks of refreshes under way. */
  private readonly self = newId();

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
  async refresh(id: string, reason: RefreshReason): Promise<string> {
    const attempt: Attempt = { id, reason };
    try {
      const outcome = await this.system.exclusively(`refresh/${id}`, (transaction) =>
        this.inTurn(transaction, attempt),
      );
      if ('error' in outcome) throw outcome.error;
      return outcome.token;
    } catch (error) {
      // TikTok has answered and the commit failed: the pair is in the journal, and it is good for the callers.
      if (!attempt.answered) throw error;
      this.logger.error(`a new pair is not committed yet, the journal holds it: ${messageOf(error)}`);
      this.replay.soon();
      return attempt.answered.accessToken;
    }
  }

  /** The mark is committed before TikTok is asked: only so can another machine know of an answer that it cannot see. */
  private async inTurn(transaction: Transaction, attempt: Attempt): Promise<Outcome> {
    const found = await this.step(transaction, 'announce a refresh', attempt, async (em, seen) => {
      if ('credential' in seen) await this.mark(em, seen.credential);
      return seen;
    });
    if (!('credential' in found)) return found;
    return await this.step(transaction, 'refresh a token', attempt, async (em, seen, journalled) =>
      'credential' in seen ? await this.askTikTok(em, seen, attempt, journalled) : seen,
    );
  }

  /** One transaction under the row's lock; what it has taken from the journal leaves that after the commit. */
  private async step<T>(
    transaction: Transaction,
    name: string,
    { id, reason }: Attempt,
    work: (em: EntityManager, seen: Outcome | Due, journalled: JournalEntry[]) => Promise<T>,
  ): Promise<T> {
    const journalled: JournalEntry[] = [];
    const result = await transaction(name, async (em) => {
      // The lock first: whoever held it may have left a pair in the journal.
      await find(em, id);
      journalled.push(...(await this.replay.into(em, id)));
      return await work(em, await this.look(em, id, reason), journalled);
    });
    for (const entry of journalled) await this.journal.discard(entry);
    return result;
  }

  private async look(em: EntityManager, id: string, reason: RefreshReason): Promise<Outcome | Due> {
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
      return fallBack(usable, waiting('TikTok did not answer lately; it is asked again soon'));
    return { credential, usable };
  }

  /** The mark of a refresh that another process has not finished stays as it is: its time runs from its own begin. */
  private async mark(em: EntityManager, credential: Credential): Promise<void> {
    const now = this.clock.now();
    if (isBegunElsewhere(credential, this.self, now)) return;
    const own = { refreshStartedAt: now, refreshOwner: this.self };
    await em.getRepository(Credential).update({ id: credential.id }, own);
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
    { credential, usable }: Due,
    attempt: Attempt,
    journalled: JournalEntry[],
  ): Promise<Outcome> {
    const { id: credentialId } = credential;
    try {
      const refreshToken = this.store.refreshToken(credential);
      const pair = await this.endpointOf(credential).refresh(refreshToken);
      const answeredAt = this.clock.now();
      attempt.answered = pair;
      const replaced = fingerprint(refreshToken);
      const entry = { credentialId, replaced, pair, answeredAt: answeredAt.toISOString() };
      await this.journal.keep(entry);
      journalled.push(entry);
      await this.store.replace(em, credentialId, pair, answeredAt);
      return { token: pair.accessToken };
    } catch (error) {
      if (attempt.answered || !(error instanceof Error)) throw error;
      return await this.failed(em, { credential, usable }, error);
    }
  }

  private async failed(em: EntityManager, { credential, usable }: Due, error: Error): Promise<Outcome> {
    const elsewhere = isBegunElsewhere(credential, this.self, this.clock.now());
    const terminal = error instanceof TikTokApiError && TERMINAL.has(error.code);
    if (terminal && !elsewhere)
      return { error: await this.reject(em, credential, error.tiktokMessage || error.code, error) };
    await this.coolDown(em, credential, error, elsewhere);
    if (terminal) return fallBack(usable, waiting('another process may hold the newer pair', error));
    return fallBack(isTransient(error) ? usable : undefined, error);
  }

  private async coolDown(
    em: EntityManager,
    { id, refreshFailures }: Credential,
    error: Error,
    keepMark: boolean,
  ): Promise<void> {
    const failures = refreshFailures + 1;
    const retryAt = new Date(this.clock.now().getTime() + coolDownMs(failures));
    // A job that fails for it has a line of its own.
    if (!noteFacts({ credentialId: id, refreshFailures: failures, refreshProblem: error.message }))
      this.logger.warn(`refresh ${failures} of credential ${id} did not go through: ${error.message}`);
    const trouble = { refreshFailures: failures, refreshRetryAt: retryAt, dueAt: retryAt };
    await em.getRepository(Credential).update({ id }, { ...trouble, ...(!keepMark && UNMARKED) });
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
    const dead = { rejectedAt: this.clock.now(), rejectedReason: reason, dueAt: null, ...UNMARKED };
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

/** Time may cure it: callers try again later. */
function waiting(reason: string, cause?: Error): Error {
  return new TikTokNetworkError('/v2/oauth/token/', false, new Error(reason, { cause }));
}
