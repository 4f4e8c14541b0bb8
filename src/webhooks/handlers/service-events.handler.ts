import { Injectable } from '@nestjs/common';
import { TikTokIncidents } from '../../integrations/index.js';
import { serviceIncidents } from '../../tiktok/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

/** Records incidents of TikTok: planned syncs pause, and refused tokens are retried, until TikTok resolves them. */
@Injectable()
export class ServiceEventsHandler {
  constructor(private readonly incidents: TikTokIncidents) {}

  @OnWebhook('ads.api_service_status')
  async statusChanged({ content, eventTime }: IncomingEvent): Promise<Handled> {
    const reported = serviceIncidents(content);
    if (reported.length === 0) return { kind: 'unused', reason: 'The event names no incident.' };
    for (const incident of reported) await this.incidents.report(incident, eventTime);
    return { kind: 'done' };
  }
}
