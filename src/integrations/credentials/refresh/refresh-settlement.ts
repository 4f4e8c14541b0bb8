import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NotFoundError, noteFacts } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { outcomeUnknown, TikTokApiError } from '../../../tiktok/index.js';
import { TikTokIncidents } from '../../incidents/tiktok-incidents.js';
import { Credential } from '../../integration/credential.entity.js';
import { ReconnectNeededError } from '../../integration/credential.errors.js';
import { IntegrationStatus } from '../../integration/integration-status.js';
import type { RefreshEntry } from '../journal/journal-entry.js';
import { CredentialStore } from '../store/credential-store.js';
import { lockCredential } from '../store/credential-use.js';
import { isBegunElsewhere, UNLEASED, UNMARKED } from '../store/refresh-mark.js';
import { coolDownMs } from '../store/refresh-policy.js';
import { TokenVault } from '../store/token-vault.js';
import { RefreshLeases, type RefreshTurn } from './refresh-leases.js';
import { CREDENTIAL_GONE, fallBack, rejectionOf, waiting, type Outcome } from './refresh-outcome.js';

// The codes by which TikTok says that a refresh token no longer works. Any other may be our own configuration.
const TERMINAL = new Set(['invalid_grant', 'access_denied', '40103', '40105', '40107']);

export const UNDER_INCIDENT =
  'TikTok reports an incident of its service, so this refusal is not believed yet';

/** Records TikTok's answer to a refresh, in one short transaction that checks whether the answer still applies. */
@Injectable()
export class RefreshSettlement {
  private readonly logger = new Logger(RefreshSettlement.name);

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly vault: TokenVault,
    private readonly leases: RefreshLeases,
    private readonly status: IntegrationStatus,
    private readonly incidents: TikTokIncidents,
    private readonly clock: Clock,
  ) {}

  /** Commits a new pair. @throws Error when it is not committed */
  succeeded(turn: RefreshTurn, { pair, answeredAt }: RefreshEntry): Promise<Outcome> {
    return this.settle('save a new pair', turn, async (em, row) => {
      await this.store.replace(em, row, pair, new Date(answeredAt));
      return { token: pair.accessToken };
    });
  }

  /** Commits a failure. It returns an outcome: an exception would roll the record of it back. */
  failed(turn: RefreshTurn, error: Error): Promise<Outcome> {
    return this.settle('record a failed refresh', turn, (em, row) => this.record(em, row, turn, error));
  }

  /** Records that TikTok rejects the credential permanently: its integrations expire. @returns the callers' error */
  async reject(
    em: EntityManager,
    { id }: Credential,
    reason: string,
    cause?: Error,
  ): Promise<ReconnectNeededError> {
    this.logger.warn(`credential ${id} no longer works: ${cause?.message ?? reason}`);
    const rejected = { rejectedAt: this.clock.now(), rejectedReason: reason, dueAt: null };
    await em.getRepository(Credential).update({ id }, { ...rejected, ...UNMARKED, ...UNLEASED });
    await this.status.credentialRejected(em, id, reason);
    return new ReconnectNeededError(reason, { cause });
  }

  /** Locks the row and does the work, unless a consent, a removal or the journal has changed the row in the meantime. */
  private settle(
    why: string,
    { credentialId, refreshToken }: RefreshTurn,
    work: (em: EntityManager, row: Credential) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.system.transaction(why, async (em) => {
      const row = await lockCredential(em, credentialId);
      if (!row) return { error: new NotFoundError('credential_gone', CREDENTIAL_GONE) };
      if (row.rejectedAt) return { error: new ReconnectNeededError(row.rejectedReason ?? 'no reason given') };
      const isCurrent = row.refreshToken !== null && this.vault.refreshToken(row) === refreshToken;
      return isCurrent ? await work(em, row) : { token: this.vault.accessToken(row) };
    });
  }

  private async record(
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
    const held = terminal && !elsewhere && (await this.isHeld(em));
    if (terminal && !elsewhere && !held)
      return { error: await this.reject(em, row, error.tiktokMessage || error.code, error) };
    await this.coolDown(em, row, error, { elsewhere, held });
    if (!terminal) return fallBack(usable, forCallers(row.family, error));
    const reason = held ? UNDER_INCIDENT : 'another process may hold the newer pair';
    return fallBack(usable, waiting(row.family, reason, { cause: error }));
  }

  /** During some incidents TikTok may refuse valid tokens, so its rejections are not believed yet. */
  async isHeld(em: EntityManager): Promise<boolean> {
    return await this.incidents.explainRefusalsIn(em);
  }

  private async coolDown(
    em: EntityManager,
    { id, refreshFailures }: Credential,
    error: Error,
    { elsewhere, held }: { elsewhere: boolean; held: boolean },
  ): Promise<void> {
    const failures = refreshFailures + 1;
    const retryAt = new Date(this.clock.now().getTime() + coolDownMs(failures));
    // A job that fails because of it logs its own line.
    if (!noteFacts({ credentialId: id, refreshFailures: failures, refreshProblem: error.message }))
      this.logger.warn(`refresh ${failures} of credential ${id} failed: ${error.message}`);
    await em.getRepository(Credential).update(
      { id },
      {
        refreshFailures: failures,
        refreshRetryAt: retryAt,
        dueAt: retryAt,
        refreshRefusal: elsewhere || held ? null : rejectionOf(error),
        ...UNLEASED,
        ...(!elsewhere && UNMARKED),
      },
    );
  }
}

/** Whatever became of the refresh, nothing was sent of the call that wanted a token. */
function forCallers(family: Credential['family'], cause: Error): Error {
  return outcomeUnknown(cause) ? waiting(family, 'the token was not renewed', { cause }) : cause;
}
