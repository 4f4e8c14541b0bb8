import { Injectable, Logger } from '@nestjs/common';
import { inBatches, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { toHttpError } from '../../tiktok/index.js';
import { AccountReader, type Unread } from '../objects/account-reader.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectStore } from '../objects/ad-object.store.js';
import { LaunchStopper } from '../policy/launch-stopper.js';
import type { Actor } from '../writes/actor.js';
import { StatusBatches } from '../writes/status-batches.js';
import type { KillSwitchDto } from './dto/kill-switch.dto.js';
import type { KillSwitchAnswer, PausedCampaignView, UnreadAccountView } from './dto/kill-switch.view.js';

/** Accounts that are paused at the same time. */
const AT_ONCE = 4;

interface AccountResult {
  campaigns: PausedCampaignView[];
  unread: UnreadAccountView[];
}

/** Pauses every campaign that may run. No policy blocks it, and a failure stops none of the rest. */
@Injectable()
export class KillSwitch {
  private readonly logger = new Logger(KillSwitch.name);

  constructor(
    private readonly config: AppConfig,
    private readonly accounts: AdAccountAccess,
    private readonly reader: AccountReader,
    private readonly store: AdObjectStore,
    private readonly batches: StatusBatches,
    private readonly launches: LaunchStopper,
  ) {}

  /** @throws ForbiddenError if an account is not connected. Then nothing was paused */
  async pull({ reason, accountIds }: KillSwitchDto, userId: string): Promise<KillSwitchAnswer> {
    const accounts = await this.named(accountIds);
    // First, so that no launch enables something behind us.
    const stopped = await this.stopLaunches(reason, accountIds);
    const until = performance.now() + this.config.ads.killSwitchPatienceSeconds * 1000;
    const actor: Actor = { kind: 'kill_switch', id: userId, reason };
    const results: AccountResult[] = [];
    for (const some of inBatches(accounts, AT_ONCE))
      results.push(...(await Promise.all(some.map((account) => this.pauseAll(account, actor, until)))));
    const campaigns = results.flatMap((one) => one.campaigns);
    const unread = [...results.flatMap((one) => one.unread), ...stopped.problems];
    const paused = campaigns.filter(({ result }) => result === 'done').length;
    return {
      accounts: accounts.length,
      paused,
      failed: campaigns.length - paused,
      launchesStopped: stopped.count,
      campaigns,
      unread,
    };
  }

  private async named(accountIds: readonly string[] | undefined): Promise<AdAccountRef[]> {
    if (!accountIds) return await this.accounts.all();
    return await Promise.all([...new Set(accountIds)].map((id) => this.accounts.find(id)));
  }

  /** @param until how long to repeat what TikTok did not take, by `performance.now()` */
  private async pauseAll(account: AdAccountRef, actor: Actor, until: number): Promise<AccountResult> {
    const { accountId } = account;
    try {
      // Deleted campaigns included: an old copy of one would be paused in vain.
      const unread = await this.reader.read(account, ['campaign']);
      // Our copy stands for what could not be read.
      const open = await this.store.mayRun(accountId, 'campaign');
      const call = { account, status: 'DISABLE', actor } as const;
      const { results } = await this.batches.set(call, open, (until - performance.now()) / 1000);
      const names = new Map(open.map((one) => [one.id, one]));
      const campaigns = results.map((result) =>
        Object.assign(describe(names.get(result.id), accountId), result),
      );
      return { campaigns, unread: unread.map((one) => toUnread(accountId, one)) };
    } catch (error) {
      this.logger.error(`the kill switch failed for the ad account ${accountId}: ${messageOf(error)}`);
      return { campaigns: [], unread: [{ accountId, family: null, message: textOf(error) }] };
    }
  }

  private async stopLaunches(
    reason: string,
    accountIds: readonly string[] | undefined,
  ): Promise<{ count: number; problems: UnreadAccountView[] }> {
    try {
      return { count: await this.launches.stop(reason, accountIds), problems: [] };
    } catch (error) {
      this.logger.error(`the kill switch could not stop launches: ${messageOf(error)}`);
      const message = `Running launches could not be stopped. Cancel them one by one. ${textOf(error)}`;
      return { count: 0, problems: [{ accountId: null, family: null, message }] };
    }
  }
}

function describe(campaign: AdObject | undefined, accountId: string) {
  return { accountId, name: campaign?.name ?? null, family: campaign?.family ?? null };
}

function toUnread(accountId: string, { family, error }: Unread): UnreadAccountView {
  const message = `TikTok did not list the campaigns; those that the service knows were paused. ${textOf(error)}`;
  return { accountId, family, message };
}

function textOf(error: unknown): string {
  return messageOf(toHttpError(error));
}
