import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SystemContext } from '../../database/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { Notifier } from '../../notifications/index.js';
import { AdAccount } from '../ad-accounts/ad-account.entity.js';
import { Integration } from '../integration/integration.entity.js';
import { audit, SYSTEM } from './audit.js';
import { IntegrationHooks } from './integration-hooks.js';
import { TokenRevocation } from './token-revocation.js';

/** Deletes an integration's data and, when no other one uses them, its tokens. An audit line stays. */
@Injectable()
export class IntegrationPurge {
  constructor(
    private readonly system: SystemContext,
    private readonly hooks: IntegrationHooks,
    private readonly revocation: TokenRevocation,
    private readonly notifier: Notifier,
  ) {}

  /** Safe to repeat after a crash at any point. @throws TryLaterError while TikTok is unavailable */
  async run(integration: Integration): Promise<void> {
    await this.revocation.revoke(integration);
    const gone = await this.system.transaction('purge an integration', (em) =>
      this.purge(em, integration.id),
    );
    if (gone) await this.revocation.release(gone);
  }

  /** @returns the integration as it was at its deletion, which may differ from when the work began */
  private async purge(em: EntityManager, id: string): Promise<Integration | undefined> {
    // An account that was reconnected in the meantime stays.
    const where = { id, status: 'disconnected' as const };
    const lock = { mode: 'pessimistic_write' as const };
    const integration = await em.getRepository(Integration).findOne({ where, lock });
    if (!integration) return undefined;
    // Reconnected and disconnected again: its new tokens must be revoked first.
    if (await this.revocation.isOwed(em, integration))
      throw new TryLaterError('newer tokens must be revoked', 1);
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
