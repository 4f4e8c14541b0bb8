import { Injectable } from '@nestjs/common';
import { ACCOUNT_DONE, AccountSync, type AccountPlace, type AccountProblem } from '../../../ads/index.js';
import { Clock } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../../integrations/index.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import type { SyncWarning } from '../../runs/sync-run.entity.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { decodeAdsCursor, encodeAdsCursor } from './ads-cursor.js';
import { nextAdsDue } from './next-ads-due.js';

/** Fetches the ad accounts of an integration one after the other. Continues where a killed run stopped. */
@Injectable()
export class AdsSync {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly sync: AccountSync,
    private readonly policies: SyncPolicies,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('ads')
  async run(kindRun: KindRun): Promise<KindResult> {
    const { integration, run } = kindRun;
    const policy = await this.policies.current();
    const start = decodeAdsCursor(run.cursor);
    for (const account of await this.accountsOf(integration.id)) {
      if (start && account.accountId < start.accountId) continue;
      const place = start?.accountId === account.accountId ? start.place : undefined;
      await this.syncAccount(kindRun, account, policy, place);
    }
    return { complete: true, nextDueAt: nextAdsDue(this.clock.now(), policy.adsEveryHours, integration.id) };
  }

  /** One integration fetches an account that several open. */
  private async accountsOf(integrationId: string): Promise<AdAccountRef[]> {
    const own = (await this.accounts.all()).filter((one) => one.integrationId === integrationId);
    return own.toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1));
  }

  /** What TikTok refuses for an account is a warning, and the others go on. */
  private async syncAccount(
    { claim, progress }: KindRun,
    account: AdAccountRef,
    policy: SyncPolicy,
    start: AccountPlace | undefined,
  ): Promise<void> {
    const { accountId } = account;
    const cursorAt = (place: AccountPlace) => encodeAdsCursor({ accountId, place });
    const problem = await this.sync.run(account, policy, start, async (place, stored, write) => {
      progress.count({ stored, skipped: 0 });
      await progress.save(cursorAt(place), write);
      claim.signal.throwIfAborted();
    });
    if (!problem) return;
    progress.warn(toWarning(account, problem));
    await progress.save(cursorAt(ACCOUNT_DONE));
  }
}

function toWarning({ accountId, name }: AdAccountRef, { code, reason, fix }: AccountProblem): SyncWarning {
  const said = reason === fix ? '' : ` TikTok's reason: ${reason}`;
  const message = `The ad account ${name ?? accountId} could not be read. ${fix}${said}`;
  return { part: accountId, code, message };
}
