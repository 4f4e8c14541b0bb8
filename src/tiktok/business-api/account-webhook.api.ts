import { Injectable } from '@nestjs/common';
import { BusinessAppClient } from './business-app-client.js';

/** Families of events of Business accounts that this service uses. */
export const ACCOUNT_EVENT_TYPES = ['VIDEO', 'COMMENT', 'DIRECT_MESSAGE'] as const;
export type AccountEventType = (typeof ACCOUNT_EVENT_TYPES)[number];

/** The path below PUBLIC_URL where this service receives them. */
export const ACCOUNT_WEBHOOK_PATH = '/connect/webhook/tiktok';

/** Where TikTok sends the events of one family, for all accounts of the app. */
export interface AccountWebhook {
  eventType: AccountEventType;
  /** Null: nowhere. */
  callbackUrl: string | null;
  /** Only these posts notify; empty: all. */
  postIds: string[];
}

interface WireWebhook {
  callback_url?: string | null;
  item_list?: (string | number)[] | null;
}

/** The app has one URL for each family; the last registration wins. Source: business reference §9.2. */
@Injectable()
export class AccountWebhookApi {
  constructor(private readonly client: BusinessAppClient) {}

  async get(eventType: AccountEventType): Promise<AccountWebhook> {
    const query = { event_type: eventType };
    const data = await this.client.get<WireWebhook>('/business/webhook/list/', query);
    const postIds = (data.item_list ?? []).map(String);
    return { eventType, callbackUrl: data.callback_url || null, postIds };
  }

  /** @throws TikTokApiError for an address without TLS */
  async register(eventType: AccountEventType, callbackUrl: string): Promise<void> {
    const body = { ...this.client.keys, event_type: eventType, callback_url: callbackUrl };
    await this.client.post('/business/webhook/update/', body);
  }

  async remove(eventType: AccountEventType): Promise<void> {
    await this.client.post('/business/webhook/delete/', { ...this.client.keys, event_type: eventType });
  }
}

/** @returns what is wrong with the registration; undefined if all events come to `url` */
export function webhookFault({ callbackUrl, postIds }: AccountWebhook, url: string): string | undefined {
  if (callbackUrl === null) return 'no URL is registered';
  if (callbackUrl !== url) return `another URL is registered: ${callbackUrl}`;
  return postIds.length > 0 ? `only ${postIds.length} post(s) notify` : undefined;
}
