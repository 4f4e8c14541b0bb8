import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';

/** TikTok refuses a second write to one Upgraded Smart+ ad within this time. Corrections §2a. */
export const PAUSE_SECONDS = 5;
const LAST_WRITES = `
  SELECT object_id AS id, max(greatest(sent_at, finished_at)) AS at FROM ad_changes
  WHERE organisation_id = $1 AND account_id = $2 AND level = 'ad' AND family = 'us_plus' AND object_id = ANY($3)
    AND greatest(sent_at, finished_at) > $4::timestamptz
  GROUP BY object_id`;

type Written = Pick<AdObject, 'id' | 'family' | 'level'>;

/** Knows which ads have just been written. */
@Injectable()
export class RecentWrites {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the seconds to wait, by the ids of those ads that must wait */
  async waits(accountId: string, objects: readonly Written[]): Promise<Map<string, number>> {
    const waits = await this.waitsMs(accountId, objects);
    return new Map([...waits].map(([id, ms]) => [id, Math.ceil(ms / 1000)]));
  }

  /** Waits, for 5 s at most, until TikTok takes another write to each of them. */
  async pass(accountId: string, objects: readonly Written[]): Promise<void> {
    const waits = await this.waitsMs(accountId, objects);
    if (waits.size > 0) await sleep(Math.max(...waits.values()) + 1);
  }

  private async waitsMs(accountId: string, objects: readonly Written[]): Promise<Map<string, number>> {
    const ids = objects.flatMap((one) => (one.family === 'us_plus' && one.level === 'ad' ? one.id : []));
    if (ids.length === 0) return new Map();
    const { organisationId } = this.orgContext;
    const values = [organisationId, accountId, ids, this.clock.inSeconds(-PAUSE_SECONDS)];
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string; at: Date }>(em, LAST_WRITES, values),
    );
    const now = this.clock.now().getTime();
    return new Map(
      rows.flatMap(({ id, at }): [string, number][] => {
        const waitMs = Math.min(PAUSE_SECONDS * 1000 - (now - at.getTime()), PAUSE_SECONDS * 1000);
        return waitMs > 0 ? [[id, waitMs]] : [];
      }),
    );
  }
}
