import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NotFoundError, noteFacts } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { outcomeUnknown, TikTokApiError, type TokenPair } from '../../../tiktok/index.js';
import { IntegrationExpiry } from '../../integration/integration-status.js';
import { ReconnectNeededError } from '../../integration/credential.errors.js';
import { CredentialStore } from '../store/credential-store.js';
import { Credential } from '../../integration/credential.entity.js';
import { fingerprint, RefreshJournal } from '../journal/token-journal.js';
import { RefreshLeases, UNLEASED, type RefreshTurn } from './refresh-leases.js';
import { isBegunElsewhere, UNMARKED } from '../store/refresh-mark.js';
import { fallBack, refusalOf, waiting, type Outcome } from './refresh-outcome.js';
import { coolDownMs } from '../store/refresh-policy.js';

// The answers by which TikTok says that a refresh token is dead. Anything else may be our own configuration.
const TERMINAL = new Set(['invalid_grant', 'access_denied', '40103', '40105', '40107']);

/** Writes down what TikTok has answered to a refresh, in one short transaction that checks whether it still counts. */
@Injectable()
export class RefreshSettlement {
  private readonly logger = new Logger(RefreshSettlement.name);

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly leases: RefreshLeases,
    private readonly journal: RefreshJournal,
    private readonly expiry: IntegrationExpiry,
    private readonly clock: Clock,
  ) {}

  /** Journals the pair and commits it. @throws Error when it is not committed; the journal holds it then */
  async succeeded(turn: RefreshTurn, pair: TokenPair): Promise<Outcome> {
    const { credentialId } = turn;
    const answeredAt = this.clock.now();
    const replaced = fingerprint(turn.refreshToken);
    const entry = { credentialId, replaced, pair, answeredAt: answeredAt.toISOString() };
    await this.journal.keep(entry);
    const outcome = await this.system.transaction('save a new pair', async (em) => {
      const newer = this.newerOutcome(await lockCredential(em, credentialId), turn);
      if (newer) return newer;
      await this.store.replace(em, credentialId, pair, answeredAt);
      return { token: pair.accessToken };
    });
    await this.journal.discard(entry);
    return outcome;
  }

  /** What must be remembered is an outcome to commit, not an exception that would roll it back. */
  failed(turn: RefreshTurn, error: Error): Promise<Outcome> {
    return this.system.transaction('note a refresh that failed', async (em) => {
      const row = await lockCredential(em, turn.credentialId);
      const newer = this.newerOutcome(row, turn);
      return newer ?? (await this.refused(em, row as Credential, turn, error));
    });
  }

  /** TikTok refuses the credential for good: its integrations expire. @returns what callers are told */
  async reject(
    em: EntityManager,
    { id }: Credential,
    reason: string,
    cause?: Error,
  ): Promise<ReconnectNeededError> {
    this.logger.warn(`credential ${id} is dead: ${cause?.message ?? reason}`);
    const dead = { rejectedAt: this.clock.now(), rejectedReason: reason, dueAt: null };
    await em.getRepository(Credential).update({ id }, { ...dead, ...UNMARKED, ...UNLEASED });
    await this.expiry.credentialRefused(em, id, reason);
    return new ReconnectNeededError(reason, { cause });
  }

  /** A consent, a removal or the journal has changed the row while TikTok was asked: then that counts. */
  private newerOutcome(row: Credential | null, { refreshToken }: RefreshTurn): Outcome | undefined {
    if (!row) return { error: new NotFoundError('credential_gone', CREDENTIAL_GONE) };
    if (row.rejectedAt) return { error: new ReconnectNeededError(row.rejectedReason ?? 'refused') };
    if (row.refreshToken !== null && this.store.refreshToken(row) === refreshToken) return undefined;
    return { token: this.store.accessToken(row) };
  }

  private async refused(
    em: EntityManager,
    row: Credential,
    { lease, usable }: RefreshTurn,
    error: Error,
  ): Promise<Outcome> {
    // The lease ran out, and another attempt has the same refresh token: it may hold the newer pair.
    if (row.refreshLease !== lease)
      return fallBack(usable, waiting(row.family, 'another process asks TikTok now', { cause: error }));
    const elsewhere = isBegunElsewhere(row, this.leases.processId, this.clock.now());
    const terminal = error instanceof TikTokApiError && TERMINAL.has(error.code);
    if (terminal && !elsewhere)
      return { error: await this.reject(em, row, error.tiktokMessage || error.code, error) };
    await this.coolDown(em, row, error, elsewhere);
    if (!terminal) return fallBack(usable, forCallers(row.family, error));
    return fallBack(usable, waiting(row.family, 'another process may hold the newer pair', { cause: error }));
  }

  private async coolDown(
    em: EntityManager,
    { id, refreshFailures }: Credential,
    error: Error,
    elsewhere: boolean,
  ): Promise<void> {
    const failures = refreshFailures + 1;
    const retryAt = new Date(this.clock.now().getTime() + coolDownMs(failures));
    // A job that fails for it has a line of its own.
    if (!noteFacts({ credentialId: id, refreshFailures: failures, refreshProblem: error.message }))
      this.logger.warn(`refresh ${failures} of credential ${id} did not go through: ${error.message}`);
    await em.getRepository(Credential).update(
      { id },
      {
        refreshFailures: failures,
        refreshRetryAt: retryAt,
        dueAt: retryAt,
        refreshRefusal: elsewhere ? null : refusalOf(error),
        ...UNLEASED,
        ...(!elsewhere && UNMARKED),
      },
    );
  }
}

/** Whatever became of the refresh: of the call that wanted a token nothing was sent. */
function forCallers(family: Credential['family'], cause: Error): Error {
  return outcomeUnknown(cause) ? waiting(family, 'the token was not renewed', { cause }) : cause;
}

export const CREDENTIAL_GONE = 'The connection to this TikTok account is gone.';

/** @throws QueryFailedError with `nowait`, while another transaction has the lock */
export function lockCredential(
  em: EntityManager,
  id: string,
  onLocked?: 'nowait',
): Promise<Credential | null> {
  const lock = { mode: 'pessimistic_write' as const, ...(onLocked && { onLocked }) };
  return em.getRepository(Credential).findOne({ where: { id }, lock });
}
