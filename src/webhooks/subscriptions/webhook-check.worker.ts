import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OnIntegration } from '../../integrations/index.js';
import { WorkHandler, type Claim, type RowUpdate } from '../../jobs/index.js';
import { Background } from '../../runtime/index.js';
import { AdSubscriptions } from './ad-subscriptions.js';
import { AccountSubscriptions } from './account-subscriptions.js';
import type { CheckName, CheckReport, ChecksWebhooks, OwnAddresses } from './check-report.js';
import { WebhookChecksStore } from './webhook-checks.store.js';

const SECONDS_PER_MINUTE = 60;
const RETRY_MINUTES = 5;

/** Runs the checks of registered webhooks at the start and regularly, in one process at a time. */
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
  ) {
    this.checks = { accounts, ads };
  }

  onModuleInit(): void {
    if (!this.config.runsJobs) return;
    this.background.register(async () => {
      for (const name of ['accounts', 'ads'] as const)
        await (this.isOn(name) ? this.store.begin(name) : this.store.retire(name));
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
    await this.store.save(name, report);
    if (!this.isOn(name)) return { set: { due_at: null } };
    const again = (await this.store.asks(name)) !== row.asks;
    return { set: { due_at: this.clock.inSeconds(again ? 0 : this.pause(report)).toISOString() } };
  }

  /** @returns seconds until the next check */
  private pause({ certain }: CheckReport): number {
    const minutes = this.config.tiktok.accountWebhooks.checkMinutes;
    return SECONDS_PER_MINUTE * (certain ? minutes : Math.min(minutes, RETRY_MINUTES));
  }

  private isOn(name: CheckName): boolean {
    const { business, accountWebhooks, adWebhooks } = this.config.tiktok;
    return business !== undefined && { accounts: accountWebhooks, ads: adWebhooks }[name].mode !== 'off';
  }
}
