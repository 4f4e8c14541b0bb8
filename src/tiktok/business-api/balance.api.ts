import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { BusinessClient } from './business-client.js';

/** The money of an ad account, in its currency. */
export interface AdBalance {
  advertiser_id: string;
  currency?: string | null;
  account_balance?: number | string | null;
  /** Without frozen sums. */
  valid_account_balance?: number | string | null;
  cash_balance?: number | string | null;
  grant_balance?: number | string | null;
  /** TikTok reminds of a payment. */
  balance_reminder?: boolean | null;
}

// TikTok's maximum.
const PAGE = 50;

@Injectable()
export class BalanceApi {
  constructor(private readonly client: BusinessClient) {}

  /** @param businessCenterId the Business Center that owns the account: TikTok lists balances by owner only */
  async of(caller: AdCaller, businessCenterId: string): Promise<AdBalance | undefined> {
    const query = { bc_id: businessCenterId, filtering: { keyword: caller.advertiserId }, page_size: PAGE };
    const { advertiser_account_list: list } = await this.client.get<{
      advertiser_account_list?: AdBalance[] | null;
    }>(advertiserCaller(caller), '/advertiser/balance/get/', query);
    return list?.find((one) => one.advertiser_id === caller.advertiserId);
  }
}
