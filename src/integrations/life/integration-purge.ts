import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import { AdAccount } from '../ads/ad-account.entity.js';
import { Integration } from '../integration.entity.js';
import { Notifier } from '../../notifications/index.js';
import { AccessReturn } from './access-return.js';
import { audit, SYSTEM } from './audit.js';
import { IntegrationHooks } from './integration-hooks.js';

/** The end of an integration: its data and, when nobody else uses them, its tokens are gone; an audit line stays. */
@Injectable()
export class IntegrationPurge {
  constructor(
    private readonly system: SystemContext,
    private readonly hooks: IntegrationHooks,
    private readonly access: AccessReturn,
    private readonly notifier: Notifier,
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
      await this.notifier.forget(em, [id]);
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
      await audit(em, integration, 'data_deleted', SYSTEM);
      await em.getRepository(Integration).update({ id }, { deleteData: false });
    });
  }
}
