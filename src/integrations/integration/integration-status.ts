import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../../common/index.js';
import { Integration } from './integration.entity.js';

/** Marks integrations expired, in the transaction that learns of it. Telling people comes after its commit. */
@Injectable()
export class IntegrationExpiry {
  constructor(private readonly clock: Clock) {}

  /**
   * Of every organisation that matches; those that have expired already are not told again.
   * @param graceSeconds after which the data is to go, unless the account is connected again
   */
  async expire(
    em: EntityManager,
    which: Pick<FindOptionsWhere<Integration>, 'credentialId' | 'openId'>,
    reason: string,
    graceSeconds?: number,
  ): Promise<void> {
    const now = this.clock.now();
    const purgeAt = graceSeconds === undefined ? null : new Date(now.getTime() + graceSeconds * 1000);
    await em
      .getRepository(Integration)
      .update(
        { ...which, status: 'active' },
        { status: 'expired', statusReason: reason, expiredAt: now, dueAt: now, purgeAt },
      );
  }

  /** TikTok refuses a credential for good: without a login its integrations expire, otherwise a part of them ends. */
  async credentialRefused(em: EntityManager, credentialId: string, reason: string): Promise<void> {
    await this.expire(em, { credentialId }, reason);
    await this.lookAgain(em, credentialId);
  }

  /** For those that have expired already, by a refusal that came before the news of the removal. */
  async purgeLater(em: EntityManager, openId: string, graceSeconds: number): Promise<void> {
    const which = { openId, status: 'expired' as const, purgeAt: IsNull() };
    // Due now: the work then waits for the day by itself.
    const due = { purgeAt: this.clock.inSeconds(graceSeconds), dueAt: this.clock.now() };
    await em.getRepository(Integration).update(which, due);
  }

  /**
   * The credential works: again after a new consent, or after all because another process had the newer token.
   * @param scopes of a new consent: what every organisation with this account can do now
   */
  async revive(em: EntityManager, credentialId: string, scopes?: string[]): Promise<void> {
    const repository = em.getRepository(Integration);
    if (scopes) await repository.update({ credentialId }, { grantedScopes: scopes });
    await repository.update(
      { credentialId, status: 'expired' },
      { status: 'active', statusReason: null, purgeAt: null, dueAt: this.clock.now() },
    );
    await this.lookAgain(em, credentialId);
  }

  /** What there is to tell of the active integrations that hold the credential, in whichever role, is told. */
  async lookAgain(em: EntityManager, credentialId: string): Promise<void> {
    await em.query(
      `UPDATE integrations SET due_at = $2
       WHERE status = 'active' AND $1 IN (credential_id, account_credential_id, advertiser_credential_id)`,
      [credentialId, this.clock.now()],
    );
  }
}
