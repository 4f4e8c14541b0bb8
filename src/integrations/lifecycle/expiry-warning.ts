import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { Notifier } from '../../notifications/index.js';
import { Integration } from '../integration/integration.entity.js';
import { Credential } from '../integration/credential.entity.js';
import { horizonNotice, passedHorizon } from './expiry-notice.js';
import { ReconnectLinks } from './reconnect-links.js';

/** Tells 30, 7 and 1 days ahead that a consent ends on a day which no refresh moves. */
@Injectable()
export class RefreshHorizon {
  constructor(
    private readonly system: SystemContext,
    private readonly notifier: Notifier,
    private readonly links: ReconnectLinks,
    private readonly clock: Clock,
  ) {}

  /** Told once for each horizon and organisation; asked at each refresh. */
  async tell(credentialId: string): Promise<void> {
    await this.system.transaction('tell of the end of a consent', async (em) => {
      const credential = await em.getRepository(Credential).findOneBy({ id: credentialId });
      if (!credential?.refreshExpiresAt) return;
      const { family, refreshExpiresAt } = credential;
      const days = passedHorizon(refreshExpiresAt, this.clock.now());
      if (days === undefined) return;
      const active = { status: 'active' as const };
      const roles = [
        { credentialId, ...active },
        { accountCredentialId: credentialId, ...active },
      ];
      for (const integration of await em.getRepository(Integration).findBy(roles)) {
        const actionUrl = this.links.of(integration, family);
        const notice = horizonNotice(integration, { family, refreshExpiresAt }, days, { actionUrl });
        await this.notifier.notify(em, integration.organisationId, notice);
      }
    });
  }
}
