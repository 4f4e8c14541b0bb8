import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LessThanOrEqual, type FindOperator } from 'typeorm';
import { Clock, DomainError, messageOf } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs, TryLaterError, type Claim } from '../../jobs/index.js';
import { AffectedWorkRegistry, Notifier } from '../../notifications/index.js';
import { isTransient, retryAfterSeconds, TikTokError } from '../../tiktok/index.js';
import { AdAccounts } from '../ad-accounts/ad-accounts.service.js';
import { credentialIdsOf, Integration } from '../integration/integration.entity.js';
import { CredentialStore } from '../credentials/store/credential-store.js';
import { ConsentNews } from './consent-notices.js';
import { expiryNotice } from './expiry-notice.js';
import { IntegrationHooks } from './integration-hooks.js';
import { IntegrationPurge } from './integration-purge.js';
import { ReconnectLinks } from './reconnect-links.js';
import { UnreadableNews } from './unreadable-notifier.js';

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
    private readonly consents: ConsentNews,
    private readonly unreadable: UnreadableNews,
    private readonly credentials: CredentialStore,
    private readonly links: ReconnectLinks,
    private readonly clock: Clock,
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
    if (integration.deleteData) await this.purge.dataOnly(integration);
    if (integration.status === 'expired') await this.expired(integration);
    if (integration.status === 'active') await this.resume(integration);
  }

  /** People are told first; the data goes when nobody has connected the account again for long. */
  private async expired(integration: Integration): Promise<void> {
    const { id, organisationId, purgeAt } = integration;
    if (purgeAt && purgeAt <= this.clock.now()) {
      await this.orgContext.transaction((em) =>
        em.getRepository(Integration).update({ id, status: 'expired' }, { status: 'disconnected' }),
      );
      return await this.purge.run(integration);
    }
    const affected = await this.affected.affectedBy(id);
    await this.orgContext.transaction(async (em) => {
      const actionUrl = this.links.of(integration, 'login');
      await this.notifier.notify(em, organisationId, expiryNotice(integration, { actionUrl, affected }));
      await em
        .getRepository(Integration)
        .update({ id, status: 'expired', dueAt: asSeen(integration) }, { dueAt: purgeAt });
    });
  }

  private async resume(integration: Integration): Promise<void> {
    await this.credentials.wakeIdle(credentialIdsOf(integration));
    // Before TikTok is asked for anything, since it may not answer.
    await this.consents.tell(integration);
    const isReadableAgain = await this.unreadable.tell(integration);
    if (integration.expiredAt || isReadableAgain) await this.hooks.resumed(integration.id);
    await this.fetchAdAccounts(integration);
    await this.orgContext.transaction((em) =>
      em
        .getRepository(Integration)
        .update(
          { id: integration.id, status: 'active', dueAt: asSeen(integration) },
          { dueAt: null, expiredAt: null },
        ),
    );
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

/** What has become due while this was done is not forgotten. A millisecond more, since Postgres keeps microseconds. */
function asSeen({ dueAt }: Integration): FindOperator<Date> {
  return LessThanOrEqual(new Date((dueAt?.getTime() ?? 0) + 1));
}
