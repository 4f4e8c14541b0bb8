import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';

/** TikTok refuses a second write to one Upgraded Smart+ ad within this time. Corrections §2a. */
const PAUSE_SECONDS = 5;
const LAST_WRITES = `
  SELECT object_id AS id, max(greatest(sent_at, finished_at)) AS at FROM ad_changes
  WHERE organisation_id = $1 AND account_id = $2 AND level = 'ad' AND family = 'us_plus' AND object_id = ANY($3)
    AND sent_at > $4::timestamptz
  GROUP BY object_id`;

/** Knows which ads have just been written. */
@Injectable()
export class RecentWrites {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the seconds to wait, by the ids of those ads that must wait */
  async waits(accountId: string, objects: readonly AdObject[]): Promise<Map<string, number>> {
    const ids = objects.flatMap((one) => (one.family === 'us_plus' && one.level === 'ad' ? one.id : []));
    if (ids.length === 0) return new Map();
    const since = this.clock.inSeconds(-PAUSE_SECONDS * 2);
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string; at: Date }>(em, LAST_WRITES, [
        this.orgContext.organisationId,
        accountId,
        ids,
        since,
      ]),
    );
    const now = this.clock.now().getTime();
    const seconds = rows.map(({ id, at }): [string, number] => [
      id,
      Math.ceil(PAUSE_SECONDS - (now - at.getTime()) / 1000),
    ]);
    return new Map(seconds.filter(([, wait]) => wait > 0));
  }
}
