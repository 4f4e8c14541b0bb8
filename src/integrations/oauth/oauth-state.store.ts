import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows, SystemContext } from '../../database/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import { OAuthState } from './oauth-state.entity.js';

const STATE_BYTES = 32; // 256 bits
const LIFETIME_SECONDS = 10 * 60;
// Covers a reload, the back button, and a browser that repeats a request.
const REPEATABLE_SECONDS = 5 * 60;

// Limits of open states. More come from a page that requests an address each time it is shown, or an attack. The newest stay.
const OPEN_OF_INTEGRATION = 10;
const OPEN_OF_USER = 50;
const OPEN_OF_ORGANISATION = 200;

// Replaced states count as expired, so that their browsers still return to the admin UI with an explanation.
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

/** A consent to request. */
export type AuthorizationRequest = Pick<
  OAuthState,
  'userId' | 'returnUrl' | 'scopes' | 'family' | 'integrationId' | 'allowDifferent'
>;

/** The query with which TikTok sent the browser back. */
export interface CallbackAnswer {
  code?: string;
  error?: string;
}

/**
 * The verdict on a state that a browser brought back. `repeated`: the same answer has just used it up. `used`: another
 * answer did, or long ago; its return address can still show an explanation.
 */
export type StateVerdict =
  { verdict: 'valid' | 'repeated' | 'used' | 'expired'; state: OAuthState } | { verdict: 'unknown' };

/** Stores single-use OAuth states, which bind a consent to the organisation and user who began it. */
@Injectable()
export class OAuthStateStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the state to send to TikTok */
  async create(request: AuthorizationRequest): Promise<string> {
    const state = randomBytes(STATE_BYTES).toString('base64url');
    const { organisationId } = this.orgContext;
    const stateHash = sha256(state);
    const expiresAt = this.clock.inSeconds(LIFETIME_SECONDS);
    await this.orgContext.transaction(async (em) => {
      await em.getRepository(OAuthState).insert({ ...request, stateHash, organisationId, expiresAt });
      await queryRows(em, REPLACE, [organisationId, stateHash, this.clock.now()]);
    });
    return state;
  }

  /** Uses a state up. If several browsers bring the same one, exactly one gets `valid`. */
  use(state: string, family: CredentialFamily, answer: CallbackAnswer): Promise<StateVerdict> {
    const stateHash = sha256(state);
    const answerHash = sha256(JSON.stringify([answer.code ?? null, answer.error ?? null]));
    return this.system.transaction('use an OAuth state', async (em) => {
      const repository = em.getRepository(OAuthState);
      const now = this.clock.now();
      const { affected } = await repository.update(
        { stateHash, family, usedAt: IsNull(), expiresAt: MoreThan(now) },
        { usedAt: now, answerHash },
      );
      const found = await repository.findOne({ where: { stateHash, family } });
      if (!found) return { verdict: 'unknown' };
      if (affected === 1) return { verdict: 'valid', state: found };
      if (!found.usedAt) return { verdict: 'expired', state: found };
      const isRecent = now.getTime() - found.usedAt.getTime() < REPEATABLE_SECONDS * 1000;
      const isSame = found.answerHash?.equals(answerHash) ?? false;
      return { verdict: isRecent && isSame ? 'repeated' : 'used', state: found };
    });
  }

  /** Returns the state as it is now, with its outcome once there is one. */
  find({ stateHash }: Pick<OAuthState, 'stateHash'>): Promise<OAuthState | null> {
    return this.system.transaction('look for the outcome of a consent', (em) =>
      em.getRepository(OAuthState).findOneBy({ stateHash }),
    );
  }

  /** Stores which integration a consent has connected, in the transaction that connects it. @param stateHash hex */
  async connected(em: EntityManager, stateHash: string, outcomeIntegrationId: string): Promise<void> {
    const which = { stateHash: Buffer.from(stateHash, 'hex') };
    await em.getRepository(OAuthState).update(which, { outcomeIntegrationId, outcomeCode: null });
  }

  /** Stores why a consent has connected nothing. */
  async refused({ stateHash }: Pick<OAuthState, 'stateHash'>, outcomeCode: string): Promise<void> {
    await this.system.transaction('store the outcome of a consent', (em) =>
      em.getRepository(OAuthState).update({ stateHash, outcomeIntegrationId: IsNull() }, { outcomeCode }),
    );
  }

  /** Deletes states that expired more than a day ago. */
  async purge(): Promise<void> {
    const dayAgo = this.clock.inSeconds(-24 * 60 * 60);
    await this.system.transaction('purge OAuth states', (em) =>
      em.getRepository(OAuthState).delete({ expiresAt: LessThan(dayAgo) }),
    );
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
