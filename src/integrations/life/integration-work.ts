import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError, messageOf } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs, TryLaterError, type Claim } from '../../jobs/index.js';
import { AffectedWorkRegistry, Notifier } from '../../notifications/index.js';
import { isTransient, retryAfterSeconds, TikTokError } from '../../tiktok/index.js';
import { AdAccounts } from '../ads/ad-accounts.js';
import { Integration } from '../integration.entity.js';
import { expiryKey, expiryNotice } from './expiry-notice.js';
import { IntegrationHooks } from './integration-hooks.js';
import { IntegrationPurge } from './integration-purge.js';

/** The work of an integration's life: wakes for its id after its status has changed. */
export const INTEGRATION_WORK = 'integration';

/** Does what a change of status brings with it: tells people, lets work go on, or clears everything away. */
@Injectable()
export class IntegrationWork implements OnModuleInit {
  private readonly logger = new Logger(IntegrationWork.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly orgContext: OrgContext,
    private readonly notifier: Notifier,
    private readonly affected: AffectedWorkRegistry,
    private readonly hooks: IntegrationHooks,
    private readonly purge: IntegrationPurge,
    private readonly adAccounts: AdAccounts,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: INTEGRATION_WORK,
      table: 'integrations',
      concurrency: 2,
      handle: (claim) => this.handle(claim),
    });
  }

  private async handle({ id }: Claim): Promise<void> {
    const integration = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).findOneBy({ id }),
    );
    if (!integration) return;
    if (integration.status === 'disconnected') return await this.purge.run(integration);
    if (integration.status === 'expired') await this.tellExpiry(integration);
    if (integration.status === 'active') await this.resume(integration);
  }

  private async tellExpiry(integration: Integration): Promise<void> {
    const affected = await this.affected.affectedBy(integration.id);
    await this.orgContext.transaction(async (em) => {
      await this.notifier.notify(em, integration.organisationId, expiryNotice(integration, affected));
      await em.getRepository(Integration).update({ id: integration.id, status: 'expired' }, { dueAt: null });
    });
  }

  private async resume(integration: Integration): Promise<void> {
    if (integration.expiredAt) await this.hooks.resumed(integration.id);
    await this.fetchAdAccounts(integration);
    await this.orgContext.transaction(async (em) => {
      if (integration.expiredAt) {
        const name = integration.displayName ?? 'the TikTok account';
        const title = `The connection to ${name} works again.`;
        await this.notifier.resolve(em, integration.organisationId, expiryKey(integration), title);
      }
      await em
        .getRepository(Integration)
        .update({ id: integration.id, status: 'active' }, { dueAt: null, expiredAt: null });
    });
  }

  private async fetchAdAccounts({ id, advertiserCredentialId }: Integration): Promise<void> {
    if (advertiserCredentialId === null) return;
    try {
      await this.adAccounts.refresh(id, advertiserCredentialId);
    } catch (error) {
      if (isTransient(error))
        throw new TryLaterError(messageOf(error), retryAfterSeconds(error), { cause: error });
      // The access was taken away, or never was there: the daily refresh looks again.
      if (!(error instanceof TikTokError || error instanceof DomainError)) throw error;
      this.logger.warn(`the ad accounts of ${id} were not to be had: ${messageOf(error)}`);
    }
  }
}
