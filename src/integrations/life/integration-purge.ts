import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { messageOf, newId } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { isTransient, OAuthApi, TikTokApiError } from '../../tiktok/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { Integration } from '../integration.entity.js';
import { CredentialStore } from '../tokens/credential-store.js';
import { Credential } from '../tokens/credential.entity.js';
import { IntegrationHooks } from './integration-hooks.js';

/** The end of an integration: its data and, when nobody else uses them, its tokens are gone; an audit line stays. */
@Injectable()
export class IntegrationPurge {
  private readonly logger = new Logger(IntegrationPurge.name);

  constructor(
    private readonly system: SystemContext,
    private readonly hooks: IntegrationHooks,
    private readonly store: CredentialStore,
    private readonly oauth: OAuthApi,
  ) {}

  /** Safe to repeat after a crash at any point. @throws TryLaterError while TikTok cannot be reached to revoke */
  async run(integration: Integration): Promise<void> {
    await this.revokeUnshared(integration);
    await this.system.transaction('purge an integration', async (em) => {
      // Somebody may have connected the account again meanwhile: then it stays.
      const which = { where: { id: integration.id, status: 'disconnected' as const } };
      const lock = { mode: 'pessimistic_write' as const };
      if (!(await em.getRepository(Integration).findOne({ ...which, lock }))) return;
      await this.hooks.purge(em, integration.id);
      await em.query(
        `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
         VALUES ($1, $2, 'integration_purged', 'integration', $3, $4)`,
        [newId(), integration.organisationId, integration.id, integration.statusReason ?? 'unknown'],
      );
      await em.getRepository(Integration).delete({ id: integration.id });
    });
    await this.dropUnshared(integration.credentialId);
  }

  /** Other organisations may have connected the same account: the last one out takes the access away. */
  private async revokeUnshared({ credentialId }: Integration): Promise<void> {
    const token = await this.system.transaction('token to revoke', async (em) => {
      const credential = await em.getRepository(Credential).findOneBy({ id: credentialId });
      if (!credential || credential.rejectedAt || (await isUsed(em, credentialId))) return undefined;
      return this.store.accessToken(credential);
    });
    if (token === undefined) return;
    try {
      await this.oauth.revoke(token);
    } catch (error) {
      if (isTransient(error))
        throw new TryLaterError(`revoke: ${messageOf(error)}`, undefined, { cause: error });
      // A token that TikTok does not take any more needs no revoking.
      if (!(error instanceof TikTokApiError)) throw error;
      this.logger.warn(`revoking was refused: ${error.message}`);
    }
  }

  private async dropUnshared(credentialId: string): Promise<void> {
    await this.system.transaction('drop a credential that nobody uses', async (em) => {
      const repository = em.getRepository(Credential);
      // The lock keeps a consent that comes back at this moment from losing its fresh tokens.
      const row = await repository.findOne({
        where: { id: credentialId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row || (await em.getRepository(Integration).existsBy({ credentialId }))) return;
      await repository.delete({ id: credentialId });
    });
  }
}

async function isUsed(em: EntityManager, credentialId: string): Promise<boolean> {
  return await em
    .getRepository(Integration)
    .createQueryBuilder('i')
    .where(`i.credential_id = :credentialId AND i.status <> 'disconnected'`, { credentialId })
    .getExists();
}
