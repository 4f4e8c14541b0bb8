import { Injectable, Logger } from '@nestjs/common';
import { LessThanOrEqual, type FindOperator } from 'typeorm';
import { Clock, DomainError, messageOf } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { retryError, WorkHandler, type Claim } from '../../jobs/index.js';
import { AffectedWorkRegistry, Notifier } from '../../notifications/index.js';
import { isTransient, retryAfterSeconds, TikTokError } from '../../tiktok/index.js';
import { AdAccountsService } from '../ad-accounts/ad-accounts.service.js';
import { credentialIdsOf, Integration } from '../integration/integration.entity.js';
import { CredentialStore } from '../credentials/store/credential-store.js';
import { ConsentNotices } from './consent-notices.js';
import { expiryNotice } from './expiry-notice.js';
import { IntegrationHooks } from './integration-hooks.js';
import { IntegrationPurge } from './integration-purge.js';
import { ReconnectLinks } from './reconnect-links.js';
import { UnreadableNotifier } from './unreadable-notifier.js';

/** Acts on a change of an integration's status: notifies, resumes work, or deletes everything. */
@Injectable()
export class IntegrationWork {
  private readonly logger = new Logger(IntegrationWork.name);

  constructor(
    private readonly orgContext: OrgContext,
    private readonly notifier: Notifier,
    private readonly affected: AffectedWorkRegistry,
    private readonly hooks: IntegrationHooks,
    private readonly purge: IntegrationPurge,
    private readonly adAccounts: AdAccountsService,
    private readonly consents: ConsentNotices,
    private readonly unreadable: UnreadableNotifier,
    private readonly credentials: CredentialStore,
    private readonly links: ReconnectLinks,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('integration')
  async handle({ id }: Claim): Promise<void> {
    const integration = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).findOneBy({ id }),
    );
    if (!integration) return;
    if (integration.status === 'disconnected') return await this.purge.run(integration);
    if (integration.deleteData) await this.purge.dataOnly(integration);
    if (integration.status === 'expired') await this.expired(integration);
    if (integration.status === 'active') await this.resume(integration);
  }

  /** Notifies first; deletes the data once the grace period has passed without a reconnect. */
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
      await this.hooks.expired(em, id);
      await em
        .getRepository(Integration)
        .update({ id, status: 'expired', dueAt: asSeen(integration) }, { dueAt: purgeAt });
    });
  }

  private async resume(integration: Integration): Promise<void> {
    await this.credentials.wakeIdle(credentialIdsOf(integration));
    // Before any call to TikTok, which may not answer.
    await this.consents.update(integration);
    const isReadableAgain = await this.unreadable.update(integration);
    await this.hooks.connected(integration.id);
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
      await this.hooks.adAccountsRead(id);
    } catch (error) {
      if (isTransient(error))
        throw retryError({ error, retryable: true, retryAfterSeconds: retryAfterSeconds(error) });
      // The access was withdrawn, or never given: the nightly refresh tries again.
      if (!(error instanceof TikTokError || error instanceof DomainError)) throw error;
      this.logger.warn(`the ad accounts of ${id} could not be fetched: ${messageOf(error)}`);
    }
  }
}

/** Matches the due time as read, so that work which became due since stays. PostgreSQL keeps microseconds, hence + 1 ms. */
function asSeen({ dueAt }: Integration): FindOperator<Date> {
  return LessThanOrEqual(new Date((dueAt?.getTime() ?? 0) + 1));
}
