import { Injectable } from '@nestjs/common';
import { TikTokTokenSource } from '../http/token-source.js';
import type { AdCaller } from './ad-caller.js';
import { allPages, type PageInfo } from './ad-pages.js';
import { BusinessAppClient } from './business-app-client.js';

/** A webhook about the reviews of one ad group. */
export interface ReviewSubscription {
  subscriptionId: string;
  callbackUrl: string;
  adGroupId: string;
}

interface WireSubscription {
  subscription_id?: string;
  callback_url?: string;
  subscription_detail?: { adgroup_id?: string | number | null } | null;
}

const AD_GROUP = 'AD_GROUP';
const MAX_PAGE = 1_000;

/** Webhooks of the ads side, which belong to the app. Source: business reference §9.1, corrections §2f. */
@Injectable()
export class SubscriptionApi {
  constructor(
    private readonly client: BusinessAppClient,
    private readonly tokens: TikTokTokenSource,
  ) {}

  /** Lists the subscriptions of the app, for all organisations. */
  async reviews(): Promise<ReviewSubscription[]> {
    const listed = await allPages(MAX_PAGE, async ({ page, page_size }) => {
      const query = { subscribe_entity: AD_GROUP, page: String(page), page_size: String(page_size) };
      const data = await this.client.get<{
        subscriptions?: WireSubscription[] | null;
        page_info?: PageInfo;
      }>('/subscription/get/', query);
      return { list: data.subscriptions, pageInfo: data.page_info };
    });
    return listed.map((one) => ({
      subscriptionId: one.subscription_id ?? '',
      callbackUrl: one.callback_url ?? '',
      adGroupId: String(one.subscription_detail?.adgroup_id ?? ''),
    }));
  }

  /** @throws TikTokApiError for an address without TLS */
  async subscribe(
    { credentialId, advertiserId }: AdCaller,
    adGroupId: string,
    callbackUrl: string,
  ): Promise<void> {
    const access_token = await this.tokens.accessToken(credentialId);
    await this.client.post('/subscription/subscribe/', {
      ...this.client.keys,
      subscribe_entity: AD_GROUP,
      callback_url: callbackUrl,
      subscription_detail: { access_token, advertiser_id: advertiserId, adgroup_id: adGroupId },
    });
  }

  async unsubscribe(subscriptionId: string): Promise<void> {
    const body = { ...this.client.keys, subscription_id: subscriptionId };
    await this.client.post('/subscription/unsubscribe/', body);
  }
}
