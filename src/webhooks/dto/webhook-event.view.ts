import { parseWebhookContent } from '../../tiktok/index.js';
import { ERASED_REASON } from '../erased-event.js';
import { ownContent } from '../own-content.js';
import type { WebhookEvent, WebhookStatus } from '../webhook-event.entity.js';

export class WebhookEventView {
  /** @format uuid */
  id: string;

  /** @example post.publish.complete */
  event: string | null;

  /**
   * `received`: not handled yet; the service retries for seven days. `ignored`: the service had no use for it. `failed`: the
   * service gave up. An admin can replay ignored and failed events. `quarantined`: the service did not understand the delivery,
   * so that no organisation sees it; the doctor counts these.
   */
  status: WebhookStatus;

  /** What TikTok sent about your accounts, parsed. Ids are text. Empty if it is about a person that was erased. */
  content: Record<string, unknown>;

  /** True if the signature was older than 5 minutes. */
  late: boolean;

  /** When it happened, according to TikTok. */
  eventTime: Date | null;

  receivedAt: Date;

  processedAt: Date | null;

  /** Why the event failed or was ignored, what it waits for, or why it has no content. */
  failure: string | null;
}

/** An event with what its list leaves out. */
export class WebhookEventDetailView extends WebhookEventView {
  /**
   * Headers of the delivery, by their lower-case names: `x-tt-logid` (quote it to TikTok’s support), `webhook-schema-version`,
   * `user-agent` and `content-type`, as far as TikTok sent them. Null if none was stored. Values end after 200 characters.
   */
  headers: Record<string, string> | null;
}

/** @param ownAds ad accounts of the organisation that the event may name */
export function toEventView(row: WebhookEvent, ownAds: ReadonlySet<string>): WebhookEventView {
  const { id, event, status, late, eventTime, receivedAt, processedAt } = row;
  const content = ownContent(parseWebhookContent(row.content ?? ''), ownAds);
  const failure = row.failure ?? (status === 'received' ? row.lastError : null);
  return { id, event, status, content, late, eventTime, receivedAt, processedAt, failure };
}

/** Shows that an event about an erased person exists. Its failure may quote the content. */
export function toErasedEventView(row: WebhookEvent): WebhookEventView {
  return { ...toEventView(row, new Set()), content: {}, failure: ERASED_REASON };
}
