export const WEBHOOK_EVENT_TYPES = ['VIDEO', 'COMMENT', 'DIRECT_MESSAGE', 'BRAND_MENTION'] as const;

export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/** The app's URL for one kind of account event (family B). */
export interface AccountWebhook {
  readonly eventType: WebhookEventType;
  callbackUrl: string;
  /** COMMENT only: posts that notify; empty is all. */
  itemList: string[];
}
