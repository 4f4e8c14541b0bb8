import { Injectable } from '@nestjs/common';
import { TikTokTokenSource } from '../http/token-source.js';
import { idsOf } from '../webhook/ads-entries.js';
import type { PageInfo } from './ad-pages.js';
import { BusinessAppClient } from './business-app-client.js';

/** The path below PUBLIC_URL at which the service receives webhooks of ads. */
export const ADS_WEBHOOK_PATH = '/connect/webhook/tiktok/ads';

/** Families of webhooks of the ads side that this service subscribes to. */
export type SubscribeEntity =
  'AD_GROUP' | 'AD_ACCOUNT_SUSPENSION' | 'CREATIVE_FATIGUE' | 'REPORT_DATA_CHANGE' | 'API_SERVICE_STATUS';

/** A webhook of the ads side, as TikTok lists it. */
export interface Subscription {
  subscriptionId: string;
  callbackUrl: string;
  /** Empty for a subscription of the whole app. */
  advertiserIds: string[];
  /** Null unless it is about one ad group. */
  adGroupId: string | null;
}

/** What to subscribe to, and whose token opens it. When TikTok no longer accepts the token, the webhook ends silently. */
export interface NewSubscription {
  entity: SubscribeEntity;
  callbackUrl: string;
  credentialId: string;
  detail: Readonly<Record<string, unknown>>;
}

interface WireSubscription {
  subscription_id?: string | number | null;
  callback_url?: string | null;
  subscription_detail?: {
    advertiser_id?: unknown;
    advertiser_ids?: unknown;
    adgroup_id?: unknown;
  } | null;
}

interface WirePage {
  subscriptions?: WireSubscription[] | null;
  page_info?: PageInfo;
}

const PAGE_SIZE = 1_000;
const MAX_PAGES = 100;

/** Webhooks of the ads side, which belong to the app. Source: business reference §9.1, corrections §2f. */
@Injectable()
export class SubscriptionApi {
  constructor(
    private readonly client: BusinessAppClient,
    private readonly tokens: TikTokTokenSource,
  ) {}

  /** Lists the app's subscriptions of a family, for all organisations. @throws Error if the list does not end */
  async list(entity: SubscribeEntity): Promise<Subscription[]> {
    const all: Subscription[] = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const { subscriptions, page_info: info } = await this.client.get<WirePage>('/subscription/get/', {
        subscribe_entity: entity,
        page: String(page),
        page_size: String(PAGE_SIZE),
      });
      all.push(...(subscriptions ?? []).map(read));
      if (!subscriptions?.length || page >= (info?.total_page ?? 0)) return all;
    }
    throw new Error(`TikTok lists more than ${MAX_PAGES} pages of subscriptions to ${entity}`);
  }

  /** @returns TikTok's id. @throws TikTokApiError for an address without TLS */
  async subscribe({ entity, callbackUrl, credentialId, detail }: NewSubscription): Promise<string> {
    const access_token = await this.tokens.accessToken(credentialId);
    const data = await this.client.post<{ subscription_id?: string | number }>('/subscription/subscribe/', {
      ...this.client.keys,
      subscribe_entity: entity,
      callback_url: callbackUrl,
      subscription_detail: { access_token, ...detail },
    });
    return String(data.subscription_id ?? '');
  }

  async unsubscribe(subscriptionId: string): Promise<void> {
    const body = { ...this.client.keys, subscription_id: subscriptionId };
    await this.client.post('/subscription/unsubscribe/', body);
  }
}

function read({ subscription_id, callback_url, subscription_detail }: WireSubscription): Subscription {
  const { advertiser_id, advertiser_ids, adgroup_id } = subscription_detail ?? {};
  const [adGroupId] = idsOf(adgroup_id);
  return {
    subscriptionId: String(subscription_id ?? ''),
    callbackUrl: callback_url ?? '',
    advertiserIds: [...new Set([...idsOf(advertiser_id), ...idsOf(advertiser_ids)])],
    adGroupId: adGroupId ?? null,
  };
}
