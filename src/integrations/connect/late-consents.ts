import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import type { AnsweredConsent } from './consent-journal.js';
import { ConsentRefusedError } from '../oauth/grant-refused.error.js';

/**
 * Whether a consent out of the journal may still be completed. The person has seen an error meanwhile, so nothing may
 * come back that was ended on purpose since:
 * - its OAuth state must be there, used up: states are kept for a day, so an older consent is none any more;
 * - the organisation must not have disconnected or purged an account after TikTok's answer. A purge leaves no trace of
 *   which account it was, so any of them counts: connecting once more is a small price.
 * Otherwise the tokens go back to TikTok.
 */
@Injectable()
export class LateConsents {
  /** @throws ConsentRefusedError */
  async assertWanted(em: EntityManager, { stateHash, consent, answeredAt }: AnsweredConsent): Promise<void> {
    const sql = `
      SELECT EXISTS (SELECT FROM oauth_states
               WHERE state_hash = decode($1, 'hex') AND organisation_id = $2 AND used_at IS NOT NULL)
         AND NOT EXISTS (SELECT FROM integrations
               WHERE organisation_id = $2 AND status = 'disconnected' AND updated_at >= $3)
         AND NOT EXISTS (SELECT FROM audit_entries
               WHERE organisation_id = $2 AND action = 'integration_purged' AND happened_at >= $3) AS wanted`;
    const [row] = await queryRows<{ wanted: boolean }>(em, sql, [
      stateHash,
      consent.organisationId,
      answeredAt,
    ]);
    if (!row?.wanted) throw new ConsentRefusedError('consent_superseded');
  }
}
