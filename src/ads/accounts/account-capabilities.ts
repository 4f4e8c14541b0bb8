import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { AdAccountCapability, type NotedCapability } from './ad-account-capability.entity.js';

/** Remembers what writes have shown about ad accounts, because TikTok has no call to ask. */
@Injectable()
export class AccountCapabilities {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Call it after a write succeeded, or was refused because of the account. @param code TikTok's code of a refusal */
  async note(accountId: string, capability: NotedCapability, code: string | null): Promise<void> {
    const { organisationId } = this.orgContext;
    const row = { organisationId, accountId, capability, allowed: code === null, code };
    await this.orgContext.transaction((em) =>
      em
        .getRepository(AdAccountCapability)
        .upsert({ ...row, notedAt: this.clock.now() }, ['organisationId', 'accountId', 'capability']),
    );
  }

  async read(accountId: string, capability: NotedCapability): Promise<AdAccountCapability | null> {
    return await this.orgContext.transaction((em) =>
      em.getRepository(AdAccountCapability).findOneBy({ accountId, capability }),
    );
  }
}
