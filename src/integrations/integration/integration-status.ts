import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../../common/index.js';
import { Integration } from './integration.entity.js';

/** Changes the status of integrations in the transaction that learns of the cause. Notifications follow its commit. */
@Injectable()
export class IntegrationStatus {
  constructor(private readonly clock: Clock) {}

  /**
   * Expires the active integrations that match, of every organisation.
   * @param graceSeconds after which the data is deleted, unless the account is reconnected
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

  /** Applies TikTok's permanent rejection of a credential: a login expires its integrations, another ends a part. */
  async credentialRejected(em: EntityManager, credentialId: string, reason: string): Promise<void> {
    await this.expire(em, { credentialId }, reason);
    await this.wake(em, credentialId);
  }

  /** Schedules the deletion for integrations that a rejection had expired before the removal's webhook arrived. */
  async purgeLater(em: EntityManager, openId: string, graceSeconds: number): Promise<void> {
    const which = { openId, status: 'expired' as const, purgeAt: IsNull() };
    // Due now: the job then waits for the day.
    const due = { purgeAt: this.clock.inSeconds(graceSeconds), dueAt: this.clock.now() };
    await em.getRepository(Integration).update(which, due);
  }

  /**
   * Reactivates the integrations of a credential that works: after a new consent, or because another process had the
   * newer token.
   * @param scopes of a new consent, which apply to every organisation with this account
   */
  async revive(em: EntityManager, credentialId: string, scopes?: string[]): Promise<void> {
    const repository = em.getRepository(Integration);
    if (scopes) await repository.update({ credentialId }, { grantedScopes: scopes });
    await repository.update(
      { credentialId, status: 'expired' },
      { status: 'active', statusReason: null, purgeAt: null, dueAt: this.clock.now() },
    );
    await this.wake(em, credentialId);
  }

  /** Makes the active integrations that hold the credential, in any role, due for work. */
  async wake(em: EntityManager, credentialId: string): Promise<void> {
    await em.query(
      `UPDATE integrations SET due_at = $2
       WHERE status = 'active' AND $1 IN (credential_id, account_credential_id, advertiser_credential_id)`,
      [credentialId, this.clock.now()],
    );
  }
}
