import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, whileFull } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';

const EVERY_MS = 60 * 60_000;
const SECONDS_PER_DAY = 86_400;
// Short transactions, because deliveries are written all the time.
const BATCH = 1_000;

const DELETE_OLD = `
  DELETE FROM crm_webhook_deliveries WHERE id IN (
    SELECT id FROM crm_webhook_deliveries WHERE status <> 'pending' AND created_at < $1 ORDER BY id LIMIT ${BATCH})
  RETURNING id`;

/** Deletes old deliveries. */
@Injectable()
export class HookJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    if (this.config.runsJobs) this.background.every('CRM webhook janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const before = this.clock.inSeconds(-this.config.crm.webhooks.retentionDays * SECONDS_PER_DAY);
    await whileFull(BATCH, () =>
      this.system.transaction('delete old deliveries to CRMs', (em) => queryRows(em, DELETE_OLD, [before])),
    );
  }
}
