import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Background } from '../runtime/index.js';

const EVERY_MS = 60 * 60_000;
const SECONDS_PER_DAY = 86_400;
// Short transactions: an intake that waited for one would let TikTok wait.
const BATCH = 1_000;

// What is still to be dispatched may yet concern somebody.
const FORGET = `
  DELETE FROM webhook_events WHERE id IN (
    SELECT e.id FROM webhook_events e WHERE e.received_at < $1 AND e.status <> 'received'
      AND NOT EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = e.id)
    ORDER BY e.received_at LIMIT $2)
  RETURNING id`;

/** Deletes old events that concern no integration; all others go with theirs. */
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
      deleted = await this.system.transaction('forget webhooks that concern nobody', (em) =>
        queryRows(em, FORGET, [before, BATCH]),
      );
    } while (deleted.length === BATCH);
  }
}
