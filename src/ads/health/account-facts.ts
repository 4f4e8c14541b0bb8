import { Injectable } from '@nestjs/common';
import { AdAccountsService, callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  AdvertiserApi,
  BalanceApi,
  isTransient,
  TikTokApiError,
  type Advertiser,
} from '../../tiktok/index.js';
import { problemOf } from '../accounts/account-problems.js';
import type { AccountProblemView } from '../accounts/dto/ads-account.view.js';

/** What TikTok says about an account now. Null: it did not say. */
export interface LiveFacts {
  status: string | null;
  statusReason: string | null;
  /** A decimal as text. */
  balance: string | null;
  currency: string | null;
  problem: AccountProblemView | null;
}

/** Reads the status and the balance of an ad account. */
@Injectable()
export class AccountFacts {
  constructor(
    private readonly advertisers: AdvertiserApi,
    private readonly balances: BalanceApi,
    private readonly accounts: AdAccountsService,
  ) {}

  /** @throws TikTokError */
  async read(account: AdAccountRef): Promise<LiveFacts> {
    const { accountId, credentialId } = account;
    const [info] = await this.advertisers.info(credentialId, [accountId]);
    const status = info?.status ?? account.status;
    if (info?.status !== undefined) await this.accounts.noteStatus(accountId, info.status);
    return {
      status,
      statusReason: info?.rejection_reason || null,
      balance: await this.balanceOf(account, info),
      currency: info?.currency ?? account.currency,
      problem: problemOf({ accessible: true, connected: true, status }),
    };
  }

  private async balanceOf(account: AdAccountRef, info: Advertiser | undefined): Promise<string | null> {
    if (typeof info?.balance === 'number') return String(info.balance);
    if (!info?.owner_bc_id) return null;
    try {
      const parts = await this.balances.of(callerOf(account), info.owner_bc_id);
      const balance = parts?.account_balance ?? null;
      return balance === null ? null : String(balance);
    } catch (error) {
      // The user may use the ad account, but not see the money of the Business Center that owns it.
      if (error instanceof TikTokApiError && !isTransient(error)) return null;
      throw error;
    }
  }
}
