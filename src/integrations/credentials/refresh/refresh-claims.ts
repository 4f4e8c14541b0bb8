import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, codeOf, NotFoundError } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { CredentialStore } from '../store/credential-store.js';
import { ReconnectNeededError } from '../../integration/credential.errors.js';
import { Credential } from '../../integration/credential.entity.js';
import { JournalReplay } from './pair-recovery.js';
import { RefreshJournal, type JournalEntry } from '../journal/token-journal.js';
import { RefreshLeases, type RefreshTurn } from './refresh-leases.js';
import { isBegunElsewhere } from '../store/refresh-mark.js';
import { fallBack, refusedLately, type Outcome } from './refresh-outcome.js';
import { needsRefresh } from '../store/refresh-policy.js';
import { CREDENTIAL_GONE, lockCredential, RefreshSettlement } from './refresh-settlement.js';

/** Why a refresh is wanted. */
export type RefreshReason =
  /** A caller needs a token. */
  | { kind: 'use' }
  /** TikTok has rejected this access token. */
  | { kind: 'rejected'; token: string }
  /** No caller waits: its time has come. */
  | { kind: 'proactive' };

/** What the row says: nothing is to be asked, another attempt is under way, or it is our turn. */
export type Claim = { outcome: Outcome } | 'busy' | RefreshTurn;

// PostgreSQL's lock_not_available.
const ROW_LOCKED = '55P03';

/** Decides under the row's lock whether TikTok is to be asked, and takes the lease for it: one short transaction. */
@Injectable()
export class RefreshClaims {
  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly leases: RefreshLeases,
    private readonly settlement: RefreshSettlement,
    private readonly journal: RefreshJournal,
    private readonly replay: JournalReplay,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError when the credential is gone */
  async take(credentialId: string, reason: RefreshReason): Promise<Claim> {
    const replayed: JournalEntry[] = [];
    try {
      const claim = await this.system.transaction('claim a refresh', async (em) => {
        const row = await lockCredential(em, credentialId, 'nowait');
        replayed.push(...(await this.replay.into(em, credentialId)));
        const current = replayed.length > 0 ? await lockCredential(em, credentialId) : row;
        if (!current) throw new NotFoundError('credential_gone', CREDENTIAL_GONE);
        return await this.look(em, current, reason);
      });
      for (const entry of replayed) await this.journal.discard(entry);
      return claim;
    } catch (error) {
      if (codeOf(error) === ROW_LOCKED) return 'busy';
      throw error;
    }
  }

  private async look(em: EntityManager, credential: Credential, reason: RefreshReason): Promise<Claim> {
    const { id: credentialId, family, rejectedAt, rejectedReason } = credential;
    if (rejectedAt) return { outcome: { error: new ReconnectNeededError(rejectedReason ?? 'refused') } };
    const held = this.store.accessToken(credential);
    if (!this.isWanted(credential, held, reason)) return { outcome: { token: held } };
    if (credential.refreshToken === null)
      return {
        outcome: { error: await this.settlement.reject(em, credential, 'the access was taken away') },
      };
    // A token that TikTok has rejected is of no use, whatever its lifetime says.
    const usable = reason.kind !== 'rejected' && this.isAlive(credential) ? held : undefined;
    if (this.isCoolingDown(credential))
      return { outcome: fallBack(usable, refusedLately(credential, this.clock.now())) };
    const refreshToken = this.store.refreshToken(credential);
    const lease = await this.leases.take(em, credentialId);
    if (lease === undefined) return 'busy';
    await this.mark(em, credential);
    return { lease, credentialId, family, refreshToken, usable };
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

  /** While a lease is on the row it is the lease that has moved the time. */
  private isCoolingDown({ refreshLease, refreshRetryAt }: Credential): boolean {
    return refreshLease === null && refreshRetryAt !== null && this.clock.now() < refreshRetryAt;
  }

  /** The mark of a refresh that another process has not finished stays as it is: its time runs from its own begin. */
  private async mark(em: EntityManager, credential: Credential): Promise<void> {
    const now = this.clock.now();
    if (isBegunElsewhere(credential, this.leases.processId, now)) return;
    const own = { refreshStartedAt: now, refreshOwner: this.leases.processId };
    await em.getRepository(Credential).update({ id: credential.id }, own);
  }
}
