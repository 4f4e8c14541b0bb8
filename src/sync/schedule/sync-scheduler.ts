import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';
import { SYNC_KINDS } from '../runs/sync-kinds.js';

// One run per active integration, kind and slot, from whichever process is first. None while another run is open.
const ENQUEUE = `
  INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, slot, status, due_at)
  SELECT new_id(), i.organisation_id, i.id, k.kind, 'cron', $2, 'queued', now()
  FROM integrations i CROSS JOIN unnest($1::text[]) AS k (kind)
  WHERE i.status = 'active'
  ON CONFLICT DO NOTHING RETURNING id`;

/** Queues a sync of everything at each slot of SYNC_CRON. */
@Injectable()
export class SyncScheduler implements OnModuleInit {
  private readonly logger = new Logger(SyncScheduler.name);

  constructor(
    private readonly config: AppConfig,
    private readonly background: Background,
    private readonly system: SystemContext,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.config.runsJobs) this.background.cron('sync', this.config.sync.cron, () => this.tick());
  }

  private async tick(): Promise<void> {
    try {
      await this.enqueue(this.clock.now());
    } catch (error) {
      this.logger.warn(`could not queue the syncs of this slot: ${messageOf(error)}`);
    }
  }

  /** @returns the number of queued runs, which the reconciler wakes */
  async enqueue(at: Date): Promise<number> {
    const slot = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
    const rows = await this.system.transaction('queue the syncs of a slot', (em) =>
      queryRows(em, ENQUEUE, [[...SYNC_KINDS], slot]),
    );
    return rows.length;
  }
}
