import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OnIntegration } from '../../integrations/index.js';
import { WorkHandler, type Claim, type RowUpdate } from '../../jobs/index.js';
import { Background } from '../../runtime/index.js';
import { AdSubscriptions } from '../subscriptions/ad-subscriptions.js';
import { AccountSubscriptions } from '../subscriptions/account-subscriptions.js';
import { WebhookWatchdog } from '../watchdog/webhook-watchdog.js';
import {
  CHECK_NAMES,
  type CheckName,
  type CheckReport,
  type ChecksWebhooks,
  type OwnAddresses,
} from './check-report.js';
import { settingsOf } from './check-settings.js';
import { WebhookChecksStore } from './webhook-checks.store.js';

const SECONDS_PER_MINUTE = 60;
const RETRY_MINUTES = 5;
const WATCHDOG_MINUTES = 15;

/** Runs the checks of webhooks regularly and after a change of their settings, in one process at a time. */
@Injectable()
export class WebhookCheckWorker implements OnModuleInit {
  private readonly checks: Readonly<Record<CheckName, ChecksWebhooks>>;

  constructor(
    private readonly config: AppConfig,
    private readonly background: Background,
    private readonly store: WebhookChecksStore,
    private readonly clock: Clock,
    accounts: AccountSubscriptions,
    ads: AdSubscriptions,
    watchdog: WebhookWatchdog,
  ) {
    this.checks = { accounts, ads, watchdog };
  }

  onModuleInit(): void {
    if (!this.config.runsJobs) return;
    this.background.register(async () => {
      for (const name of CHECK_NAMES)
        await (this.isOn(name)
          ? this.store.begin(name, settingsOf(name, this.config))
          : this.store.retire(name));
    });
  }

  /** Subscribes for new ad accounts soon. */
  @OnIntegration('adAccountsRead')
  async adAccountsRead(): Promise<void> {
    await this.store.ask('ads');
  }

  @WorkHandler('webhook-check')
  async handle({ row, signal }: Claim): Promise<RowUpdate> {
    const name = row.name as CheckName;
    const report = await this.checks[name].check(row.ours as OwnAddresses, signal);
    await this.store.save(name, settingsOf(name, this.config), report);
    if (!this.isOn(name)) return { set: { due_at: null } };
    const again = (await this.store.asks(name)) !== row.asks;
    return { set: { due_at: this.clock.inSeconds(again ? 0 : this.pause(name, report)).toISOString() } };
  }

  /** @returns seconds until the next check */
  private pause(name: CheckName, { certain }: CheckReport): number {
    const { checkMinutes } = this.config.tiktok.accountWebhooks;
    const minutes = name === 'watchdog' ? WATCHDOG_MINUTES : checkMinutes;
    return SECONDS_PER_MINUTE * (certain ? minutes : Math.min(minutes, RETRY_MINUTES));
  }

  private isOn(name: CheckName): boolean {
    if (name === 'watchdog') return this.config.webhookWatch.hours > 0;
    const { business, accountWebhooks, adWebhooks } = this.config.tiktok;
    return business !== undefined && { accounts: accountWebhooks, ads: adWebhooks }[name].mode !== 'off';
  }
}
