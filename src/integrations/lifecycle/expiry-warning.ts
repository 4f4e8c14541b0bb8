import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { Notifier } from '../../notifications/index.js';
import { Credential } from '../integration/credential.entity.js';
import { expiryThreshold } from '../integration/expiry-threshold.js';
import { Integration } from '../integration/integration.entity.js';
import { expiryWarningNotice } from './expiry-notice.js';
import { ReconnectLinks } from './reconnect-links.js';

/** Warns 30, 7 and 1 days before a consent expires for good: no refresh moves that day. */
@Injectable()
export class ExpiryWarning {
  constructor(
    private readonly system: SystemContext,
    private readonly notifier: Notifier,
    private readonly links: ReconnectLinks,
    private readonly clock: Clock,
  ) {}

  /** Notifies each organisation once per threshold. Called after each refresh. */
  async check(credentialId: string): Promise<void> {
    await this.system.transaction('warn of an expiring consent', async (em) => {
      const credential = await em.getRepository(Credential).findOneBy({ id: credentialId });
      if (!credential?.refreshExpiresAt) return;
      const { family, refreshExpiresAt } = credential;
      const days = expiryThreshold(refreshExpiresAt, this.clock.now());
      if (days === undefined) return;
      const active = { status: 'active' as const };
      const roles = [
        { credentialId, ...active },
        { accountCredentialId: credentialId, ...active },
      ];
      for (const integration of await em.getRepository(Integration).findBy(roles)) {
        const actionUrl = this.links.of(integration, family);
        const notice = expiryWarningNotice(integration, { family, refreshExpiresAt }, days, { actionUrl });
        await this.notifier.notify(em, integration.organisationId, notice);
      }
    });
  }
}
