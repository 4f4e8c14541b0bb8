import { In, type EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { AdAccount } from '../ad-accounts/ad-account.entity.js';
import type { GrantEntry, GrantRequest } from '../credentials/journal/journal-entry.js';
import { Credential } from '../integration/credential.entity.js';
import type { Integration } from '../integration/integration.entity.js';
import { GrantRefusedError } from './grant-refused.error.js';

// Each check runs in the transaction that attaches the grant.

/**
 * Refuses the Business grant of another account, unless another one is allowed: a reconnect link may renew only what was
 * connected before. TikTok's id of an account is the same at each consent to one app.
 * @param username of the account that granted the access; both families share it where TikTok sends it
 * @throws GrantRefusedError
 */
export async function assertSameAccount(
  em: EntityManager,
  { accountCredentialId: id, username: known }: Pick<Integration, 'accountCredentialId' | 'username'>,
  { consent, identity: { appId, subject } }: GrantEntry,
  username: string | undefined,
): Promise<void> {
  if (consent.allowDifferent) return;
  const before = id === null ? null : await em.getRepository(Credential).findOneBy({ id, appId });
  const differs = (before && before.subject !== subject) || (known && username && known !== username);
  if (differs) throw new GrantRefusedError('different_account');
}

/**
 * Refuses an advertiser grant that shares no ad account with the integration, unless another one is allowed. Advertiser
 * tokens name no owner.
 * @throws GrantRefusedError
 */
export async function assertKnownAdvertiser(
  em: EntityManager,
  { id: integrationId }: Pick<Integration, 'id'>,
  { allowDifferent }: Pick<GrantRequest, 'allowDifferent'>,
  advertiserIds: string[],
): Promise<void> {
  if (allowDifferent) return;
  const which = { integrationId, advertiserId: In(advertiserIds) };
  if (!(await em.getRepository(AdAccount).existsBy(which))) throw new GrantRefusedError('different_account');
}

/**
 * Refuses a grant from the journal that is no longer wanted. Its user has seen an error, so it must not bring back what was
 * ended on purpose since:
 * - its OAuth state must exist, used up. States are kept for a day, so an older grant is refused.
 * - the organisation must not have disconnected or purged an account after TikTok's answer. A purge does not record which
 *   account it was, so any counts: connecting once more is a small price.
 * @throws GrantRefusedError
 */
export async function assertStillWanted(
  em: EntityManager,
  { stateHash, consent, answeredAt }: GrantEntry,
): Promise<void> {
  const sql = `
    SELECT EXISTS (SELECT FROM oauth_states
             WHERE state_hash = decode($1, 'hex') AND organisation_id = $2 AND used_at IS NOT NULL)
       AND NOT EXISTS (SELECT FROM integrations
             WHERE organisation_id = $2 AND status = 'disconnected' AND updated_at >= $3)
       AND NOT EXISTS (SELECT FROM audit_entries
             WHERE organisation_id = $2 AND action = 'integration_purged' AND happened_at >= $3) AS wanted`;
  const values = [stateHash, consent.organisationId, answeredAt];
  const [row] = await queryRows<{ wanted: boolean }>(em, sql, values);
  if (!row?.wanted) throw new GrantRefusedError('consent_superseded');
}
