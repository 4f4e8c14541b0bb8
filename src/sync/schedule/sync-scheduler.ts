import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, SingleFlight } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { TikTokIncidents } from '../../integrations/index.js';
import { Background } from '../../runtime/index.js';
import { SyncTurns, TURNS_PER_BATCH } from './sync-turns.js';

/** Runs are queued only while fewer are waiting, of all organisations: later ones stay schedules, whose order is fair. */
export const MOST_WAITING_RUNS = 300;
// Ends a tick whose batches find only what other processes have locked.
const MOST_BATCHES = 200;

/** Queues the syncs that are due. Every process does, at each slot of SYNC_CRON; locks decide between them. */
@Injectable()
export class SyncScheduler implements OnModuleInit {
  private readonly ticks = new SingleFlight<number>();

  constructor(
    private readonly config: AppConfig,
    private readonly background: Background,
    private readonly turns: SyncTurns,
    private readonly incidents: TikTokIncidents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.config.runsJobs) this.background.cron('sync', this.config.sync.cron, () => this.tick());
  }

  /** @returns the number of queued runs, which the reconciler wakes */
  async tick(): Promise<number> {
    return await this.ticks.join('tick', () => this.queueDue()).result;
  }

  private async queueDue(): Promise<number> {
    // The schedules stay due, and their order is fair when the incident is over.
    if (await this.incidents.pauseSyncs()) return 0;
    let queued = 0;
    const room = MOST_WAITING_RUNS - (await this.turns.waiting());
    for (let batches = 0; queued < room && batches < MOST_BATCHES; batches += 1) {
      const batch = await this.turns.claim(this.clock.now(), room - queued);
      queued += batch.queued;
      const mayBeMore = batch.claimed > 0 || batch.organisations === TURNS_PER_BATCH;
      if (!mayBeMore) break;
    }
    return queued;
  }
}
