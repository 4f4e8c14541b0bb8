import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SystemContext } from '../../database/index.js';
import { AffectedWorkRegistry, Notifier, type NewNotification } from '../../notifications/index.js';
import { CREDENTIAL_FAMILIES, Credential } from '../integration/credential.entity.js';
import { credentialIdsOf, type Integration } from '../integration/integration.entity.js';
import { ReconnectLinks } from './reconnect-links.js';
import { readableAgain, unreadableKey, unreadableNotice } from './unreadable-notice.js';

/** Notifies of an account whose stored tokens cannot be read, once however many calls fail, and resolves the notice. */
@Injectable()
export class UnreadableNotifier {
  constructor(
    private readonly system: SystemContext,
    private readonly notifier: Notifier,
    private readonly affected: AffectedWorkRegistry,
    private readonly links: ReconnectLinks,
  ) {}

  /**
   * Runs inside the organisation, for an active integration. Safe to repeat. One notice is open at a time, for the first
   * part that cannot be read.
   * @returns true if something can be read again
   */
  async update(integration: Integration): Promise<boolean> {
    const unreadable = await this.unreadableOf(integration);
    const notice = unreadable[0] && (await this.noticeOf(integration, unreadable[0]));
    const { id, organisationId } = integration;
    return await this.system.transaction('notify of unreadable tokens', async (em) => {
      const open = await this.notifier.openKeys(em, organisationId, unreadableKey(id));
      const applies = (key: string) => unreadable.some((one) => key.startsWith(unreadableKey(id, one.id)));
      const over = open.filter((key) => !applies(key));
      if (over.length > 0) await this.notifier.resolve(em, organisationId, over, readableAgain(integration));
      if (notice && over.length === open.length) await this.notifier.notify(em, organisationId, notice);
      return over.length > 0;
    });
  }

  private async unreadableOf(integration: Integration): Promise<Credential[]> {
    const found = await this.system.transaction('which tokens cannot be read', (em) =>
      em.getRepository(Credential).findBy({ id: In(credentialIdsOf(integration)) }),
    );
    return found
      .filter(({ unreadableSince, rejectedAt }) => unreadableSince !== null && rejectedAt === null)
      .toSorted((one, other) => rank(one) - rank(other));
  }

  private async noticeOf(integration: Integration, credential: Credential): Promise<NewNotification> {
    const affected = await this.affected.affectedBy(integration.id, credential.family);
    const actionUrl = this.links.of(integration, credential.family);
    return unreadableNotice(integration, credential, { actionUrl, affected });
  }
}

function rank({ family }: Credential): number {
  return CREDENTIAL_FAMILIES.indexOf(family);
}
