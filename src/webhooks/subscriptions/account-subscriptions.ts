import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { Background } from '../../runtime/index.js';
import {
  ACCOUNT_EVENT_TYPES,
  ACCOUNT_WEBHOOK_PATH,
  AccountWebhookApi,
  webhookFault,
  type AccountEventType,
} from '../../tiktok/index.js';

const MS_PER_MINUTE = 60_000;

/**
 * Keeps the webhooks of Business accounts pointed at this service. The app has one URL for each family of events, so another
 * environment with the same app may take them away without a word of TikTok.
 */
@Injectable()
export class AccountSubscriptions implements OnModuleInit {
  private readonly logger = new Logger(AccountSubscriptions.name);

  constructor(
    private readonly config: AppConfig,
    private readonly background: Background,
    private readonly api: AccountWebhookApi,
  ) {}

  onModuleInit(): void {
    const { business, accountWebhooks } = this.config.tiktok;
    if (!this.config.runsJobs || !business || accountWebhooks.mode === 'off') return;
    // Not awaited, so that TikTok does not delay the start.
    this.background.register(() => void this.verify());
    const everyMs = accountWebhooks.checkMinutes * MS_PER_MINUTE;
    this.background.every('account webhooks', everyMs, () => this.verify());
  }

  /** Compares each family with our URL, and registers ours where the operator allows it. One failure does not stop the others. */
  async verify(): Promise<void> {
    for (const eventType of ACCOUNT_EVENT_TYPES) {
      try {
        await this.verifyOne(eventType);
      } catch (error) {
        this.logger.warn(`could not verify the webhook ${eventType}: ${messageOf(error)}`);
      }
    }
  }

  private async verifyOne(eventType: AccountEventType): Promise<void> {
    const url = `${this.config.http.publicUrl}${ACCOUNT_WEBHOOK_PATH}`;
    const webhook = await this.api.get(eventType);
    const fault = webhookFault(webhook, url);
    if (fault === undefined) return;
    if (this.config.tiktok.accountWebhooks.mode === 'check')
      return this.logger.warn({ msg: `TikTok does not send ${eventType} to this service: ${fault}`, url });
    // Registering adds posts to the list, and never removes one.
    if (webhook.postIds.length > 0) await this.api.remove(eventType);
    await this.api.register(eventType, url);
    this.logger.warn({ msg: `registered the webhook ${eventType} again: ${fault}`, url });
  }
}
