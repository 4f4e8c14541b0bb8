import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Background } from '../runtime/index.js';

const EVERY_MS = 60 * 60_000;
const SECONDS_PER_DAY = 86_400;
// Short transactions, because TikTok waits while the intake waits for one.
const BATCH = 1_000;

// Undispatched events may still turn out to concern an organisation.
const DELETE_OLD = `
  DELETE FROM webhook_events WHERE id IN (
    SELECT e.id FROM webhook_events e WHERE e.received_at < $1 AND e.status <> 'received'
      AND NOT EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = e.id)
    ORDER BY e.received_at LIMIT $2)
  RETURNING id`;

/** Deletes old events that concern no integration. The others are deleted with their integration. */
@Injectable()
export class WebhookJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('webhook janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const before = this.clock.inSeconds(-this.config.webhookRetentionDays * SECONDS_PER_DAY);
    let deleted: unknown[];
    do {
      deleted = await this.system.transaction('delete old webhooks without recipients', (em) =>
        queryRows(em, DELETE_OLD, [before, BATCH]),
      );
    } while (deleted.length === BATCH);
  }
}
