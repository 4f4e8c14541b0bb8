import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { AffectedWorkRegistry, Notifier, type NewNotification } from '../../notifications/index.js';
import { Credential } from '../integration/credential.entity.js';
import { expiryThreshold } from '../integration/expiry-threshold.js';
import { credentialIdsOf, type Integration } from '../integration/integration.entity.js';
import { connectedAgain, consentEndedNotice } from './expiry-notice.js';
import { noticeKeys } from './notice-texts.js';
import { ReconnectLinks } from './reconnect-links.js';

/** Notifies of the parts of a working integration that have ended, and resolves the notices of those that work again. */
@Injectable()
export class ConsentNotices {
  constructor(
    private readonly system: SystemContext,
    private readonly notifier: Notifier,
    private readonly affected: AffectedWorkRegistry,
    private readonly links: ReconnectLinks,
    private readonly clock: Clock,
  ) {}

  /** Runs inside the organisation, for an active integration. Safe to repeat: a later change makes it due again. */
  async update(integration: Integration): Promise<void> {
    const credentials = await this.system.transaction('state of consents', (em) =>
      em.getRepository(Credential).findBy({ id: In(credentialIdsOf(integration)) }),
    );
    // Without the login the whole integration expires, which has a notice of its own.
    const ended = credentials.filter(({ family, rejectedAt }) => family !== 'login' && rejectedAt !== null);
    const notices = await Promise.all(ended.map((credential) => this.noticeOf(integration, credential)));
    const { organisationId } = integration;
    await this.system.transaction('notify of consents', async (em) => {
      for (const notice of notices) await this.notifier.notify(em, organisationId, notice);
      for (const credential of credentials) {
        const resolved = this.resolvedKeys(integration, credential);
        const title = connectedAgain(integration, credential.family);
        await this.notifier.resolve(em, organisationId, resolved, title);
      }
    });
  }

  private async noticeOf(integration: Integration, credential: Credential): Promise<NewNotification> {
    const affected = await this.affected.affectedBy(integration.id, credential.family);
    const actionUrl = this.links.of(integration, credential.family);
    return consentEndedNotice(integration, credential, { actionUrl, affected });
  }

  /** Returns the dedupe keys of notices that no longer apply. */
  private resolvedKeys(integration: Integration, credential: Credential): string[] {
    const { family, rejectedAt, refreshExpiresAt } = credential;
    const { ended, expiry } = noticeKeys(integration, family);
    if (rejectedAt) return [];
    const endsSoon = refreshExpiresAt && expiryThreshold(refreshExpiresAt, this.clock.now()) !== undefined;
    return endsSoon ? [ended] : [ended, expiry];
  }
}
