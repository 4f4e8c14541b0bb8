import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import type { CredentialFamily } from '../tokens/credential.entity.js';
import { OAuthState } from './oauth-state.entity.js';

const STATE_BYTES = 32; // 256 bits
const LIFETIME_SECONDS = 10 * 60;

/** What a browser brought back. `used`: it was here before; its return address is still good for an explanation. */
export type StateVerdict =
  | { verdict: 'valid'; state: OAuthState }
  | { verdict: 'used' | 'expired'; state: OAuthState }
  | { verdict: 'unknown' };

/** Single-use states that bind a consent to the organisation and user who began it. */
@Injectable()
export class OAuthStates {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the state to send to TikTok */
  async create(
    consent: Pick<
      OAuthState,
      'userId' | 'returnUrl' | 'scopes' | 'family' | 'integrationId' | 'allowDifferent'
    >,
  ): Promise<string> {
    const state = randomBytes(STATE_BYTES).toString('base64url');
    await this.orgContext.transaction((em) =>
      em.getRepository(OAuthState).insert({
        ...consent,
        stateHash: hash(state),
        organisationId: this.orgContext.organisationId,
        expiresAt: this.clock.inSeconds(LIFETIME_SECONDS),
      }),
    );
    return state;
  }

  /** Uses the state up. Of several browsers that bring the same one, exactly one gets `valid`. */
  use(state: string, family: CredentialFamily): Promise<StateVerdict> {
    const stateHash = hash(state);
    return this.system.transaction('use an OAuth state', async (em) => {
      const repository = em.getRepository(OAuthState);
      const now = this.clock.now();
      const { affected } = await repository.update(
        { stateHash, family, usedAt: IsNull(), expiresAt: MoreThan(now) },
        { usedAt: now },
      );
      const found = await repository.findOne({ where: { stateHash, family } });
      if (!found) return { verdict: 'unknown' };
      if (affected === 1) return { verdict: 'valid', state: found };
      return { verdict: found.usedAt ? 'used' : 'expired', state: found };
    });
  }

  /** Forgets consents that ended more than a day ago. */
  async purge(): Promise<void> {
    const dayAgo = this.clock.inSeconds(-24 * 60 * 60);
    await this.system.transaction('purge OAuth states', (em) =>
      em.getRepository(OAuthState).delete({ expiresAt: LessThan(dayAgo) }),
    );
  }
}

function hash(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}
