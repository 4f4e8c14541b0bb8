import type { EntityManager } from 'typeorm';
import { Credential } from '../../integration/credential.entity.js';
import { Integration } from '../../integration/integration.entity.js';

/** True if an integration uses the credential, in any of its three roles. */
export async function isUsed(
  em: EntityManager,
  id: string,
  { exceptDisconnected = false } = {},
): Promise<boolean> {
  return await em
    .getRepository(Integration)
    .createQueryBuilder('i')
    .where(':id IN (i.credential_id, i.account_credential_id, i.advertiser_credential_id)', { id })
    .andWhere(exceptDisconnected ? `i.status <> 'disconnected'` : 'true')
    .getExists();
}

/** Reads and locks a credential's row. @throws QueryFailedError with `nowait`, while another transaction has the lock */
export function lockCredential(
  em: EntityManager,
  id: string,
  onLocked?: 'nowait',
): Promise<Credential | null> {
  const lock = { mode: 'pessimistic_write' as const, ...(onLocked && { onLocked }) };
  return em.getRepository(Credential).findOne({ where: { id }, lock });
}
