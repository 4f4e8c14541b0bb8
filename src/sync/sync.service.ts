import { Injectable } from '@nestjs/common';
import { ConflictError } from '../common/index.js';
import { IntegrationsService } from '../integrations/index.js';
import { Jobs } from '../jobs/index.js';
import { SYNC_KINDS, type SyncKind } from './sync-run.entity.js';
import { SyncRuns } from './sync-runs.js';
import { SYNC_WORK } from './sync-worker.js';

/** Syncs on demand. */
@Injectable()
export class SyncService {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly runs: SyncRuns,
    private readonly jobs: Jobs,
  ) {}

  /** @returns the ids of the runs, begun now or under way. @throws ConflictError when nothing is connected */
  async trigger(syncType: 'all' | SyncKind): Promise<string[]> {
    const integrations = await this.integrations.active();
    if (integrations.length === 0) {
      throw new ConflictError(
        'no_integration',
        'No TikTok account is connected and active: connect one with get-auth-url.',
      );
    }
    const kinds = syncType === 'all' ? SYNC_KINDS : [syncType];
    const runIds: string[] = [];
    for (const { id } of integrations) {
      for (const kind of kinds) runIds.push(await this.runs.begin(id, kind));
    }
    await Promise.all(runIds.map((id) => this.jobs.wake(SYNC_WORK, id)));
    return runIds;
  }
}
