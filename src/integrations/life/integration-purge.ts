import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { AdAccount } from '../ads/ad-account.entity.js';
import { Integration } from '../integration.entity.js';
import { AccessReturn } from './access-return.js';
import { IntegrationHooks } from './integration-hooks.js';

/** The end of an integration: its data and, when nobody else uses them, its tokens are gone; an audit line stays. */
@Injectable()
export class IntegrationPurge {
  constructor(
    private readonly system: SystemContext,
    private readonly hooks: IntegrationHooks,
    private readonly access: AccessReturn,
  ) {}

  /** Safe to repeat after a crash at any point. @throws TryLaterError while TikTok cannot be reached to revoke */
  async run(integration: Integration): Promise<void> {
    await this.access.revoke(integration);
    const { id, statusReason } = integration;
    await this.system.transaction('purge an integration', async (em) => {
      // Somebody may have connected the account again meanwhile: then it stays.
      const which = { where: { id, status: 'disconnected' as const } };
      const lock = { mode: 'pessimistic_write' as const };
      if (!(await em.getRepository(Integration).findOne({ ...which, lock }))) return;
      await this.hooks.purge(em, id);
      await em.getRepository(AdAccount).delete({ integrationId: id });
      await audit(em, integration, 'integration_purged', statusReason ?? 'unknown');
      await em.getRepository(Integration).delete({ id });
    });
    await this.access.forget(integration);
  }

  /** Deletes what came from TikTok and keeps the connection. */
  async dataOnly(integration: Integration): Promise<void> {
    const { id } = integration;
    await this.system.transaction('delete the data of an integration', async (em) => {
      await this.hooks.purge(em, id);
      await em.getRepository(AdAccount).delete({ integrationId: id });
      await audit(em, integration, 'data_deleted', integration.connectedBy);
      await em.getRepository(Integration).update({ id }, { deleteData: false });
    });
  }
}

/** The line that stays. It names nothing of TikTok's. */
async function audit(
  em: EntityManager,
  { id, organisationId }: Integration,
  action: string,
  actor: string,
): Promise<void> {
  await em.query(
    `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
     VALUES ($1, $2, $3, 'integration', $4, $5)`,
    [newId(), organisationId, action, id, actor],
  );
}
