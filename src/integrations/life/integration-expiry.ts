import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../../common/index.js';
import { Integration } from '../integration.entity.js';

/** Marks integrations expired, in the transaction that learns of it. Telling people comes after its commit. */
@Injectable()
export class IntegrationExpiry {
  constructor(private readonly clock: Clock) {}

  /**
   * Of every organisation that matches; those that have expired already are not told again.
   * @param purgeAt when the data is to go, unless the account is connected again
   */
  async expire(
    em: EntityManager,
    which: Pick<FindOptionsWhere<Integration>, 'credentialId' | 'openId'>,
    reason: string,
    purgeAt: Date | null = null,
  ): Promise<void> {
    const now = this.clock.now();
    await em
      .getRepository(Integration)
      .update(
        { ...which, status: 'active' },
        { status: 'expired', statusReason: reason, expiredAt: now, dueAt: now, purgeAt },
      );
  }

  /** For those that have expired already, by a refusal that came before the news of the removal. */
  async purgeLater(em: EntityManager, openId: string, purgeAt: Date): Promise<void> {
    const which = { openId, status: 'expired' as const, purgeAt: IsNull() };
    // Due now: the work then waits for the day by itself.
    await em.getRepository(Integration).update(which, { purgeAt, dueAt: this.clock.now() });
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
  }
}
