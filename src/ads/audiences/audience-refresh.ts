import { Injectable, Logger } from '@nestjs/common';
import { Clock, inBatches, messageOf } from '../../common/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import { AudienceApi, MAX_AUDIENCE_IDS, type AdCaller, type Priority } from '../../tiktok/index.js';
import { AudienceStore } from './audience-store.js';
import type { Audience } from './audience.entity.js';

const FRESH_MS = 30_000;

/** Asks TikTok about audiences when someone looks at them. A failure shows in `asOf`, which stays old. */
@Injectable()
export class AudienceRefresh {
  private readonly logger = new Logger(AudienceRefresh.name);

  constructor(
    private readonly api: AudienceApi,
    private readonly store: AudienceStore,
    private readonly clock: Clock,
  ) {}

  /** @param audiences all of the account */
  async refresh(
    account: AdAccountRef,
    audiences: readonly Audience[],
    priority: Priority = 'interactive',
  ): Promise<void> {
    const now = this.clock.now();
    const stale = audiences.filter(
      ({ tiktokId, asOf }) => tiktokId !== null && now.getTime() - (asOf?.getTime() ?? 0) > FRESH_MS,
    );
    for (const batch of inBatches(stale, MAX_AUDIENCE_IDS)) {
      try {
        await this.refreshBatch(callerOf(account, priority), batch, now);
      } catch (error) {
        return this.logger.warn(`reading audiences of ${account.accountId} failed: ${messageOf(error)}`);
      }
    }
  }

  private async refreshBatch(caller: AdCaller, batch: readonly Audience[], now: Date): Promise<void> {
    const ids = batch.flatMap(({ tiktokId }) => tiktokId ?? []);
    const states = await this.api.get(caller, ids);
    const details = new Map(
      states.map((state) => [state.audience_details.audience_id, state.audience_details]),
    );
    for (const audience of batch) {
      const found = details.get(audience.tiktokId ?? '');
      if (found) await this.store.setDetails(audience, found, now);
    }
  }
}
