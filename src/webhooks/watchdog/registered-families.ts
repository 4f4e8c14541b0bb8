import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import { ACCOUNT_WEBHOOK_PATH } from '../../tiktok/index.js';
import type { OwnAddresses, WebhookFault } from '../checks/check-report.js';
import { registrationOf, type Registration } from './watch-rules.js';
import { FAMILY_FACTS, type WatchedFamily } from './watched-family.js';

const LATEST = `SELECT ours, faults FROM webhook_checks WHERE name = 'accounts' AND checked_at IS NOT NULL`;

/** Knows where TikTok sends the events of Business accounts, as the latest check has found it. */
@Injectable()
export class RegisteredFamilies {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {}

  async of(family: WatchedFamily): Promise<Registration> {
    const { business, accountWebhooks } = this.config.tiktok;
    if (!business || accountWebhooks.mode === 'off') return 'unknown';
    const [latest] = await this.system.statement<{ ours: OwnAddresses; faults: WebhookFault[] }>(
      'registered webhooks of accounts',
      LATEST,
      [],
    );
    const url = `${this.config.http.publicUrl}${ACCOUNT_WEBHOOK_PATH}`;
    return registrationOf(FAMILY_FACTS[family].eventType, url, latest);
  }
}
