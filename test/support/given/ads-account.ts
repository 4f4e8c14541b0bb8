import { setTimeout as sleep } from 'node:timers/promises';
import {
  AdObjectApi,
  RateBudgetError,
  type AdCaller,
  type AdFamily,
  type AdLevel,
  type OperationStatus,
} from '../../../src/tiktok/index.js';
import type { ApiClient, PageBody } from '../api-client.js';
import type { ConnectorOptions, RunningConnector } from '../connector.js';
import { ConnectedParts } from './connected-parts.js';

/** Options of a connector whose ad accounts have campaigns, and whose app may call TikTok often. */
export const WITH_ADS: ConnectorOptions = {
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { seedAds: true, appLevel: 'ultimate' } },
};

export interface AdObjectBody {
  id: string;
  family: AdFamily;
  name: string;
  objective: string | null;
  campaignId: string | null;
  status: string;
  secondaryStatus: string;
  statusText: string | null;
  budget: { mode: string; amount: string | null; currency: string } | null;
  asOf: string;
  /** Only of an object that is read alone. */
  version?: string;
  data: Record<string, unknown>;
}

export interface ChangeBody {
  id: string;
  action: string;
  actor: string;
  userId: string | null;
  objectId: string;
  reason: string | null;
  state: string;
  adopted: boolean;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  differences: { field: string }[] | null;
  tiktokRequestId: string | null;
}

/** An organisation with the sandbox's two ad accounts. */
export class AdsAccount {
  private constructor(
    private readonly connector: RunningConnector,
    private readonly parts: ConnectedParts,
    readonly accountIds: string[],
  ) {}

  static async connect(connector: RunningConnector): Promise<AdsAccount> {
    const parts = await ConnectedParts.connect(connector);
    const items = await parts.connectAds();
    const dollarsFirst = items.toSorted(
      (a, b) => Number(b.currency === 'USD') - Number(a.currency === 'USD'),
    );
    return new AdsAccount(
      connector,
      parts,
      dollarsFirst.map((one) => one.advertiserId),
    );
  }

  get api(): ApiClient {
    return this.parts.api;
  }

  get organisationId(): string {
    return this.parts.organisationId;
  }

  /** The one in US dollars. */
  get accountId(): string {
    return this.accountIds[0] ?? '';
  }

  as(role: 'viewer' | 'editor'): ApiClient {
    return this.connector.api(this.organisationId, role);
  }

  async list(path: string, query = ''): Promise<AdObjectBody[]> {
    const address = `/api/ads/${path}?accountId=${this.accountId}&limit=200${query}`;
    return (await this.api.get<PageBody<AdObjectBody>>(address)).body.items;
  }

  async read(path: string, id: string): Promise<AdObjectBody> {
    return (await this.api.get<AdObjectBody>(`/api/ads/${path}/${id}?accountId=${this.accountId}`)).body;
  }

  async changes(query = ''): Promise<ChangeBody[]> {
    return (await this.api.get<PageBody<ChangeBody>>(`/api/ads/changes?limit=200${query}`)).body.items;
  }

  /** TikTok Ads Manager does not share the app's limit of calls. A call beyond it was not sent, and may be repeated. */
  private async inAdsManager<T>(call: (caller: AdCaller) => Promise<T>): Promise<T> {
    const caller = {
      credentialId: await this.parts.credentialId('advertiser'),
      advertiserId: this.accountId,
    };
    for (;;) {
      try {
        return await call(caller);
      } catch (error) {
        if (!(error instanceof RateBudgetError)) throw error;
        await sleep(error.waitMs);
      }
    }
  }

  /** Creates an object as TikTok Ads Manager would, so that the service does not know it. @returns its id */
  async atTikTok(family: AdFamily, level: AdLevel, body: Record<string, unknown>): Promise<string> {
    const { data } = await this.inAdsManager((caller) => this.tiktok.create(caller, { family, level }, body));
    return data.id ?? '';
  }

  /** Changes an object as TikTok Ads Manager would. */
  async changeAtTikTok(family: AdFamily, level: AdLevel, body: Record<string, unknown>): Promise<void> {
    await this.inAdsManager((caller) => this.tiktok.update(caller, { family, level }, body));
  }

  /** Enables, pauses or deletes objects as TikTok Ads Manager would. */
  async setStatusAtTikTok(
    family: AdFamily,
    level: AdLevel,
    ids: string[],
    status: OperationStatus,
  ): Promise<void> {
    await this.inAdsManager((caller) => this.tiktok.setStatus(caller, { family, level }, ids, status));
  }

  private get tiktok(): AdObjectApi {
    return this.connector.app.get(AdObjectApi, { strict: false });
  }
}

let count = 0;

/** A paused Upgraded Smart+ campaign with a budget of its own. */
export function smartCampaign(name: string, budget = 60): Record<string, unknown> {
  count += 1;
  return {
    request_id: String(count),
    objective_type: 'WEB_CONVERSIONS',
    sales_destination: 'WEBSITE',
    campaign_name: name,
    budget_optimize_on: true,
    budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET',
    budget,
    operation_status: 'DISABLE',
  };
}
