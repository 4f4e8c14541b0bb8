import { Injectable } from '@nestjs/common';
import { ReviewWakes } from '../../ads/index.js';
import { reviewEvents } from '../../tiktok/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

/** Lets launches in review look at TikTok at once. The object's own state counts, not the event. */
@Injectable()
export class AdsEventsHandler {
  constructor(private readonly wakes: ReviewWakes) {}

  @OnWebhook('ads.ad_group_review')
  adGroupReviewed(event: IncomingEvent): Promise<Handled> {
    return this.wake(event);
  }

  @OnWebhook('ads.ad_review')
  adReviewed(event: IncomingEvent): Promise<Handled> {
    return this.wake(event);
  }

  private async wake({ content }: IncomingEvent): Promise<Handled> {
    const events = reviewEvents(content);
    if (events.length === 0) return { kind: 'unused', reason: 'The event names no ad account with its ads.' };
    for (const { advertiserId, objectIds } of events) await this.wakes.wake(advertiserId, objectIds);
    return { kind: 'done' };
  }
}
