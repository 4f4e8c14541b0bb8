import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError } from '../common/index.js';
import { IntegrationsService } from '../integrations/index.js';
import { Jobs } from '../jobs/index.js';
import { NEEDED_CAPABILITY, SYNC_KINDS, type SyncKind } from './runs/sync-kinds.js';
import { SyncRuns } from './runs/sync-runs.js';

/** Starts syncs on demand. */
@Injectable()
export class SyncService {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly runs: SyncRuns,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @returns the ids of new and running runs; a run that its account cannot do fails with the reason
   * @throws ConflictError when no account is connected, or no account can do any of the syncs
   */
  async trigger(syncType: 'all' | SyncKind): Promise<string[]> {
    const integrations = await this.integrations.active();
    if (integrations.length === 0) {
      throw new ConflictError(
        'no_integration',
        'No active TikTok account is connected. Connect an account, or reconnect an expired one.',
      );
    }
    const kinds = syncType === 'all' ? SYNC_KINDS : [syncType];
    const wanted = integrations.flatMap(({ id }) => kinds.map((kind) => ({ id, kind })));
    await this.assertAny(wanted);
    const runIds: string[] = [];
    for (const { id, kind } of wanted) runIds.push(await this.runs.begin(id, kind));
    await Promise.all(runIds.map((id) => this.jobs.wake('sync', id)));
    return runIds;
  }

  /** Queues a run of an account's videos because a webhook has reported a change. Does nothing if it cannot list them. */
  async refreshSoon(integrationId: string): Promise<void> {
    try {
      (await this.integrations.load(integrationId)).assertCan(NEEDED_CAPABILITY.videos);
    } catch (error) {
      if (error instanceof ConflictError || error instanceof NotFoundError) return;
      throw error;
    }
    await this.jobs.wake('sync', await this.runs.begin(integrationId, 'videos', 'webhook'));
  }

  /** @throws ConflictError with the reason of the first account, when no account can do any of the syncs */
  private async assertAny(wanted: readonly { id: string; kind: SyncKind }[]): Promise<void> {
    let reason: ConflictError | undefined;
    for (const { id, kind } of wanted) {
      try {
        return (await this.integrations.load(id)).assertCan(NEEDED_CAPABILITY[kind]);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        reason ??= error;
      }
    }
    if (reason) throw reason;
  }
}
