import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows, SystemContext } from '../../database/index.js';
import type { CredentialFamily } from '../tokens/credential.entity.js';
import { OAuthState } from './oauth-state.entity.js';

const STATE_BYTES = 32; // 256 bits
const LIFETIME_SECONDS = 10 * 60;

// What may be open at a time: more is a page that asks for an address whenever it is shown, or an attack. The newest stay.
const OPEN_OF_INTEGRATION = 10;
const OPEN_OF_USER = 50;
const OPEN_OF_ORGANISATION = 200;

// Replaced ones count as expired, so that their browsers still come back to the admin UI with an explanation.
const REPLACE = `
  WITH open AS (
    SELECT state_hash, integration_id, row_number() OVER newest AS of_organisation,
      row_number() OVER (PARTITION BY user_id ORDER BY state_hash = $2 DESC, expires_at DESC) AS of_user,
      row_number() OVER (PARTITION BY integration_id ORDER BY state_hash = $2 DESC, expires_at DESC) AS of_integration
    FROM oauth_states WHERE organisation_id = $1 AND used_at IS NULL AND expires_at > $3
    WINDOW newest AS (ORDER BY state_hash = $2 DESC, expires_at DESC))
  UPDATE oauth_states SET expires_at = $3 WHERE used_at IS NULL AND state_hash IN (
    SELECT state_hash FROM open WHERE of_organisation > ${OPEN_OF_ORGANISATION} OR of_user > ${OPEN_OF_USER}
      OR (integration_id IS NOT NULL AND of_integration > ${OPEN_OF_INTEGRATION}))
  RETURNING 1`;

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
    consent: Omit<OAuthState, 'stateHash' | 'organisationId' | 'expiresAt' | 'usedAt'>,
  ): Promise<string> {
    const state = randomBytes(STATE_BYTES).toString('base64url');
    const { organisationId } = this.orgContext;
    const stateHash = hash(state);
    const expiresAt = this.clock.inSeconds(LIFETIME_SECONDS);
    await this.orgContext.transaction(async (em) => {
      await em.getRepository(OAuthState).insert({ ...consent, stateHash, organisationId, expiresAt });
      await queryRows(em, REPLACE, [organisationId, stateHash, this.clock.now()]);
    });
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
