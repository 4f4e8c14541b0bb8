import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SystemContext } from '../../database/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { AdAccount } from '../ad-accounts/ad-account.entity.js';
import { Integration } from '../integration/integration.entity.js';
import { Notifier } from '../../notifications/index.js';
import { AccessReturn } from './token-revocation.js';
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
    const gone = await this.system.transaction('purge an integration', (em) =>
      this.purge(em, integration.id),
    );
    if (gone) await this.access.forget(gone);
  }

  /** @returns the integration as it was in the end, not as it was when the work began */
  private async purge(em: EntityManager, id: string): Promise<Integration | undefined> {
    // Somebody may have connected the account again meanwhile: then it stays.
    const where = { id, status: 'disconnected' as const };
    const lock = { mode: 'pessimistic_write' as const };
    const integration = await em.getRepository(Integration).findOne({ where, lock });
    if (!integration) return undefined;
    // Connected again and disconnected again: those tokens have to be given back first.
    if (await this.access.isOwed(em, integration))
      throw new TryLaterError('newer tokens are to be revoked', 1);
    await this.hooks.purge(em, id);
    await em.getRepository(AdAccount).delete({ integrationId: id });
    await audit(em, integration, 'integration_purged', integration.statusReason ?? 'unknown');
    await this.notifier.forget(em, [id]);
    await em.getRepository(Integration).delete({ id });
    return integration;
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
