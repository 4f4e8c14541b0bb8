import { Injectable } from '@nestjs/common';
import { Clock } from '../common/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { NotYetError } from '../jobs/index.js';
import { SyncService } from './sync.service.js';

/** TikTok reports changes as often as every 5 minutes, and a sync of ads needs many calls. */
const APART_SECONDS = 15 * 60;

const LATEST = `
  SELECT max(created_at) AS at FROM sync_runs WHERE integration_id = $1 AND kind = 'ads' AND status <> 'cancelled'`;

/** Reads the figures of ads soon, because TikTok has reported that they changed. Reports close together need one sync. */
@Injectable()
export class FigureRefresh {
  constructor(
    private readonly sync: SyncService,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reportedAt when the report arrived; a sync that began later has seen the change
   * @throws NotYetError while the latest sync is too recent
   */
  async refresh({ id, organisationId }: IntegrationRef, reportedAt: Date): Promise<void> {
    await this.orgContext.run(organisationId, 'webhook of figures', async () => {
      const latest = await this.latest(id);
      if (latest && latest >= reportedAt) return;
      const waitMs = latest ? latest.getTime() + APART_SECONDS * 1000 - this.clock.now().getTime() : 0;
      if (waitMs > 0)
        throw new NotYetError(
          'The figures of ads were read less than 15 minutes ago',
          Math.ceil(waitMs / 1000),
        );
      await this.sync.refreshSoon(id, 'ads');
    });
  }

  private async latest(integrationId: string): Promise<Date | null> {
    const [row] = await this.orgContext.transaction((em) =>
      queryRows<{ at: Date | null }>(em, LATEST, [integrationId]),
    );
    return row?.at ?? null;
  }
}
