import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SharedTasks } from '../../runtime/index.js';
import type { WebhookStatus } from '../webhook-event.entity.js';
import { EventWeeks } from './event-weeks.js';
import { OldEvents } from './old-events.js';

const EVERY_MS = 60 * 60_000;
const SECONDS_PER_DAY = 86_400;
// TikTok repeats a delivery for 72 h. A week of events is complete after that.
const LATE_DAYS = 4;

const SETTLED: readonly WebhookStatus[] = ['processed', 'ignored'];
/** Events that the service could not handle, and that an admin or a newer version may. */
const DEAD: readonly WebhookStatus[] = ['failed', 'quarantined'];

/**
 * Deletes old events: settled ones soon and by the week, dead ones later. Those that are not settled stay, however old they
 * are.
 */
@Injectable()
export class WebhookJanitor implements OnModuleInit {
  private readonly logger = new Logger(WebhookJanitor.name);

  constructor(
    private readonly config: AppConfig,
    private readonly weeks: EventWeeks,
    private readonly events: OldEvents,
    private readonly clock: Clock,
    private readonly tasks: SharedTasks,
  ) {}

  onModuleInit(): void {
    this.tasks.every('webhook janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const { webhookRetentionDays, deadWebhookRetentionDays } = this.config;
    await this.weeks.keepAhead(this.clock.now());
    await this.weeks.dropEndedBefore(this.daysAgo(webhookRetentionDays + LATE_DAYS));
    await this.events.delete(SETTLED, this.daysAgo(webhookRetentionDays));
    // Nothing of what may be missing somewhere disappears without a line in the log.
    const dead = await this.events.delete(DEAD, this.daysAgo(deadWebhookRetentionDays));
    if (dead > 0) this.logger.warn({ msg: 'deleted old webhooks that were never handled', deleted: dead });
  }

  private daysAgo(days: number): Date {
    return this.clock.inSeconds(-days * SECONDS_PER_DAY);
  }
}
