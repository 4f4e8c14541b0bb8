import { Injectable } from '@nestjs/common';
import { AdAccountAccess } from '../../integrations/index.js';
import { WorkHandler, type Claim } from '../../jobs/index.js';
import { AdChanges } from './ad-changes.js';
import { ObjectCreation } from './object-creation.js';
import { ObjectUpdates } from './object-updates.js';
import { StatusChanges } from './status-changes.js';

/** Settles changes whose outcome is unknown because TikTok did not answer or a process was killed. Creates nothing. */
@Injectable()
export class ChangeSettlement {
  constructor(
    private readonly changes: AdChanges,
    private readonly accounts: AdAccountAccess,
    private readonly creation: ObjectCreation,
    private readonly statuses: StatusChanges,
    private readonly updates: ObjectUpdates,
  ) {}

  @WorkHandler('ad-change')
  async settle({ id }: Claim): Promise<void> {
    const change = await this.changes.find(id);
    if (!change || (change.state !== 'sent' && change.state !== 'unknown')) return;
    const account = await this.accounts.find(change.accountId);
    if (change.action === 'update') return await this.updates.settle(account, change);
    if (change.action !== 'create') return await this.statuses.settle(account, change);
    if (await this.creation.adoptIfThere(account, change)) await this.creation.complete(account, change);
    // The launch may create it afterwards.
    else if (change.launchId !== null) await this.changes.leaveToLaunch(change);
    else await this.changes.notCreated(change);
  }
}
