import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { AffectedWorkRegistry, Notifier, type NewNotification } from '../../notifications/index.js';
import { credentialIdsOf, type Integration } from '../integration/integration.entity.js';
import { Credential } from '../integration/credential.entity.js';
import { keyBeginnings } from './notice-texts.js';
import { connectedAgain, consentEndedNotice, passedHorizon } from './expiry-notice.js';
import { ReconnectLinks } from './reconnect-links.js';

/** Tells of the parts of a working integration that have ended, and gives the all-clear for those that work again. */
@Injectable()
export class ConsentNews {
  constructor(
    private readonly system: SystemContext,
    private readonly notifier: Notifier,
    private readonly affected: AffectedWorkRegistry,
    private readonly links: ReconnectLinks,
    private readonly clock: Clock,
  ) {}

  /** Inside the organisation, of an active integration; safe to repeat. What changes meanwhile makes it due again. */
  async tell(integration: Integration): Promise<void> {
    const credentials = await this.system.transaction('state of consents', (em) =>
      em.getRepository(Credential).findBy({ id: In(credentialIdsOf(integration)) }),
    );
    // Without the login the integration itself expires, which is told as such.
    const ended = credentials.filter(({ family, rejectedAt }) => family !== 'login' && rejectedAt !== null);
    const notices = await Promise.all(ended.map((credential) => this.noticeOf(integration, credential)));
    const { organisationId } = integration;
    await this.system.transaction('tell of consents', async (em) => {
      for (const notice of notices) await this.notifier.notify(em, organisationId, notice);
      for (const credential of credentials) {
        const over = this.overFor(integration, credential);
        const title = connectedAgain(integration, credential.family);
        await this.notifier.resolve(em, organisationId, over, title);
      }
    });
  }

  private async noticeOf(integration: Integration, credential: Credential): Promise<NewNotification> {
    const affected = await this.affected.affectedBy(integration.id, credential.family);
    const actionUrl = this.links.of(integration, credential.family);
    return consentEndedNotice(integration, credential, { actionUrl, affected });
  }

  /** Dedupe keys of what is not true any more. */
  private overFor(integration: Integration, credential: Credential): string[] {
    const { family, rejectedAt, refreshExpiresAt } = credential;
    const [ended = '', horizon = ''] = keyBeginnings(integration, family);
    if (rejectedAt) return [];
    const endsSoon = refreshExpiresAt && passedHorizon(refreshExpiresAt, this.clock.now()) !== undefined;
    return endsSoon ? [ended] : [ended, horizon];
  }
}
