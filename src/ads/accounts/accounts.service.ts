import { Injectable } from '@nestjs/common';
import { Clock, type Page, type PageQuery } from '../../common/index.js';
import { AdPermissions } from '../../crm-inbox/index.js';
import { OrgContext } from '../../database/index.js';
import {
  AdAccountAccess,
  AdAccountsService,
  callerOf,
  type AdAccountRef,
  type AdAccountView,
} from '../../integrations/index.js';
import {
  AdvertiserApi,
  BalanceApi,
  IdentityApi,
  PixelApi,
  type AdBalance,
  type AdCaller,
  type Advertiser,
} from '../../tiktok/index.js';
import {
  commentsAbility,
  identitiesAbility,
  pixelsAbility,
  problemFrom,
  smartPlusAbility,
  type Asked,
} from './account-abilities.js';
import { AccountCapabilities } from './account-capabilities.js';
import { problemOf } from './account-problems.js';
import type { AccountBalanceView, AdsAccountDetailsView, AdsAccountView } from './dto/ads-account.view.js';

/** Shows the ad accounts of the organisation, and what ads may do with each. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly access: AdAccountAccess,
    private readonly copies: AdAccountsService,
    private readonly advertisers: AdvertiserApi,
    private readonly balances: BalanceApi,
    private readonly identities: IdentityApi,
    private readonly pixels: PixelApi,
    private readonly capabilities: AccountCapabilities,
    private readonly permissions: AdPermissions,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Lists our copies. An account without permission is listed with its problem. */
  async list(query: PageQuery): Promise<Page<AdsAccountView>> {
    const [{ items, ...page }, usable] = await Promise.all([this.copies.list(query), this.access.all()]);
    const opened = new Map(usable.map((ref) => [ref.accountId, ref.integrationId]));
    // Of several connections that open an account, the one that calls use is shown.
    const shown = items.filter(
      (row) => (opened.get(row.advertiserId) ?? row.integrationId) === row.integrationId,
    );
    return { ...page, items: shown.map((row) => copyView(row, opened.has(row.advertiserId))) };
  }

  /** Asks TikTok. What TikTok refuses is part of the answer. @throws ForbiddenError for an account that is not connected */
  async details(accountId: string): Promise<AdsAccountDetailsView> {
    const ref = await this.access.find(accountId);
    const caller = callerOf(ref, 'interactive');
    const [info, identities, pixels, smartPlus, canAnswer] = await Promise.all([
      asked(() => this.info(caller)),
      asked(() => this.identities.list(caller)),
      asked(() => this.pixels.list(caller)),
      this.capabilities.read(accountId, 'smart_plus'),
      this.permissions.canAnswer(this.orgContext.organisationId, accountId),
    ]);
    const live = 'value' in info ? info.value : undefined;
    const status = live?.status ?? ref.status;
    return {
      ...refView(ref, live),
      status,
      usable: 'value' in info,
      problem: 'problem' in info ? info.problem : problemOf({ accessible: true, connected: true, status }),
      asOf: live ? this.clock.now() : ref.refreshedAt,
      balance: await this.balanceOf(caller, live),
      abilities: [
        smartPlusAbility(smartPlus),
        identitiesAbility(identities),
        pixelsAbility(pixels),
        commentsAbility(canAnswer),
      ],
    };
  }

  private async info({ credentialId, advertiserId }: AdCaller): Promise<Advertiser | undefined> {
    const [info] = await this.advertisers.info(credentialId, [advertiserId], 'interactive');
    return info;
  }

  /** The owner's Business Center shows what it consists of, if the connected user belongs to it. */
  private async balanceOf(
    caller: AdCaller,
    info: Advertiser | undefined,
  ): Promise<AccountBalanceView | null> {
    const owner = info?.owner_bc_id;
    const parts = owner ? await asked(() => this.balances.of(caller, owner)) : undefined;
    const balance: Partial<AdBalance> = (parts && 'value' in parts ? parts.value : undefined) ?? {};
    const amount = decimal(info?.balance) ?? decimal(balance.account_balance);
    if (amount === null) return null;
    const currency = info?.currency ?? null;
    return { amount, currency, cash: decimal(balance.cash_balance), grant: decimal(balance.grant_balance) };
  }
}

async function asked<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { problem: problemFrom(error) };
  }
}

/** TikTok sends a number in the currency's main unit. It is shown, never added up. */
function decimal(value: number | string | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function refView(ref: AdAccountRef, live: Advertiser | undefined) {
  const { accountId, integrationId, name, currency, timeZone } = ref;
  return {
    accountId,
    integrationId,
    name: live?.name ?? name,
    currency: live?.currency ?? currency,
    timeZone: live?.display_timezone ?? live?.timezone ?? timeZone,
  };
}

function copyView(row: AdAccountView, connected: boolean): AdsAccountView {
  const { advertiserId, integrationId, name, currency, timeZone, status, accessible, refreshedAt } = row;
  return {
    accountId: advertiserId,
    integrationId,
    name,
    currency,
    timeZone,
    status,
    usable: connected,
    problem: problemOf({ accessible: accessible || connected, connected, status }),
    asOf: refreshedAt,
  };
}
