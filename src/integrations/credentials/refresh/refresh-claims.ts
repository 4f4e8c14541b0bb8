import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, codeOf, NotFoundError } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { Credential } from '../../integration/credential.entity.js';
import { ReconnectNeededError } from '../../integration/credential.errors.js';
import type { RefreshEntry } from '../journal/journal-entry.js';
import { lockCredential } from '../store/credential-use.js';
import { isBegunElsewhere } from '../store/refresh-mark.js';
import { needsRefresh } from '../store/refresh-policy.js';
import { TokenVault } from '../store/token-vault.js';
import { PairRecovery } from './pair-recovery.js';
import { RefreshLeases, type RefreshTurn } from './refresh-leases.js';
import { CREDENTIAL_GONE, fallBack, rejectedLately, waiting, type Outcome } from './refresh-outcome.js';
import { RefreshSettlement, UNDER_INCIDENT } from './refresh-settlement.js';

/** Why a refresh is wanted. */
export type RefreshReason =
  /** A caller needs a token. */
  | { kind: 'use' }
  /** TikTok has rejected this access token. */
  | { kind: 'rejected'; token: string }
  /** No caller waits: the background renews it. */
  | { kind: 'proactive' };

/** The decision: TikTok need not be asked, another attempt is under way, or it is our turn. */
export type Claim = { outcome: Outcome } | 'busy' | RefreshTurn;

// How soon a call asks TikTok again that was refused during an incident.
const HELD_SECONDS = 300;

// PostgreSQL's lock_not_available.
const ROW_LOCKED = '55P03';

/** Decides under the row's lock whether to ask TikTok, and takes the lease for it, in one short transaction. */
@Injectable()
export class RefreshClaims {
  constructor(
    private readonly system: SystemContext,
    private readonly vault: TokenVault,
    private readonly leases: RefreshLeases,
    private readonly settlement: RefreshSettlement,
    private readonly recovery: PairRecovery,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError when the credential is gone */
  async take(credentialId: string, reason: RefreshReason): Promise<Claim> {
    const replayed: RefreshEntry[] = [];
    try {
      const claim = await this.system.transaction('claim a refresh', async (em) => {
        const locked = await lockCredential(em, credentialId, 'nowait');
        if (!locked) throw new NotFoundError('credential_gone', CREDENTIAL_GONE);
        const { row, applied } = await this.recovery.into(em, locked);
        replayed.push(...applied);
        return await this.decide(em, row, reason);
      });
      await this.recovery.discard(replayed);
      return claim;
    } catch (error) {
      if (codeOf(error) === ROW_LOCKED) return 'busy';
      throw error;
    }
  }

  private async decide(em: EntityManager, credential: Credential, reason: RefreshReason): Promise<Claim> {
    const { id: credentialId, family, rejectedAt, rejectedReason } = credential;
    if (rejectedAt)
      return { outcome: { error: new ReconnectNeededError(rejectedReason ?? 'no reason given') } };
    const held = this.vault.accessToken(credential);
    if (!this.isWanted(credential, held, reason)) return { outcome: { token: held } };
    if (credential.refreshToken === null) return { outcome: { error: await this.removed(em, credential) } };
    // A token that TikTok has rejected is of no use, whatever its lifetime says.
    const usable = reason.kind !== 'rejected' && this.isAlive(credential) ? held : undefined;
    if (this.isCoolingDown(credential))
      return { outcome: fallBack(usable, rejectedLately(credential, this.clock.now())) };
    const refreshToken = this.vault.refreshToken(credential);
    const lease = await this.leases.take(em, credentialId);
    if (lease === undefined) return 'busy';
    await this.mark(em, credential);
    return { lease, credentialId, family, refreshToken, usable };
  }

  /** TikTok has refused a token that cannot be renewed. */
  private async removed(em: EntityManager, credential: Credential): Promise<Error> {
    return (await this.settlement.isHeld(em))
      ? waiting(credential.family, UNDER_INCIDENT, { seconds: HELD_SECONDS })
      : await this.settlement.reject(em, credential, 'the access was removed');
  }

  private isWanted(credential: Credential, held: string, reason: RefreshReason): boolean {
    const now = this.clock.now();
    if (reason.kind === 'rejected') return held === reason.token;
    if (reason.kind === 'proactive') return credential.dueAt !== null && now >= credential.dueAt;
    const { issuedAt, accessExpiresAt } = credential;
    return accessExpiresAt !== null && needsRefresh(issuedAt, accessExpiresAt, now);
  }

  private isAlive({ accessExpiresAt }: Credential): boolean {
    return accessExpiresAt !== null && this.clock.now() < accessExpiresAt;
  }

  /** While a lease is on the row, the lease has moved the retry time. */
  private isCoolingDown({ refreshLease, refreshRetryAt }: Credential): boolean {
    return refreshLease === null && refreshRetryAt !== null && this.clock.now() < refreshRetryAt;
  }

  /** Marks the row. An unfinished refresh of another process keeps its mark, whose time runs from its own start. */
  private async mark(em: EntityManager, credential: Credential): Promise<void> {
    const now = this.clock.now();
    if (isBegunElsewhere(credential, this.leases.processId, now)) return;
    const own = { refreshStartedAt: now, refreshOwner: this.leases.processId };
    await em.getRepository(Credential).update({ id: credential.id }, own);
  }
}
