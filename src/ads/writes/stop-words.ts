import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdLevel } from '../../tiktok/index.js';
import type { ActorKind } from './ad-change.entity.js';

/** Who has stopped an object, and when. */
export interface StopWord {
  id: string;
  name: string | null;
  status: 'DISABLE' | 'DELETE';
  by: Exclude<ActorKind, 'launch'>;
  /** The user, if one is known. */
  userId: string | null;
  at: Date;
}

// Drift is found afterwards: its row says what the object has become.
const LAST_WORDS = `
  SELECT DISTINCT ON (object_id) object_id AS id, name, w.status, actor_kind AS by, actor_id AS "userId", created_at AS at
  FROM ad_changes, LATERAL (
    SELECT coalesce(body->>'operation_status', after->>'operation_status') AS status
  ) AS w
  WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND object_id = ANY($4)
    AND actor_kind IN ('user', 'kill_switch', 'ads_manager') AND action IN ('status', 'drift') AND state <> 'failed'
    AND w.status IN ('ENABLE', 'DISABLE', 'DELETE')
  ORDER BY object_id, created_at DESC, id DESC`;

/** Knows which objects are stopped by the last word of a user, so that no launch enables them. */
@Injectable()
export class StopWords {
  constructor(private readonly orgContext: OrgContext) {}

  /** @param since earlier pauses no longer count. Deleted stays deleted. @returns by object id */
  async of(
    accountId: string,
    level: AdLevel,
    ids: readonly string[],
    since: Date,
  ): Promise<Map<string, StopWord>> {
    const values = [this.orgContext.organisationId, accountId, level, ids];
    const rows = await this.orgContext.transaction((em) =>
      queryRows<Omit<StopWord, 'status'> & { status: string }>(em, LAST_WORDS, values),
    );
    return new Map(
      rows.flatMap((row): [string, StopWord][] => {
        const { status } = row;
        const counts = status === 'DELETE' || (status === 'DISABLE' && row.at > since);
        return counts ? [[row.id, { ...row, status }]] : [];
      }),
    );
  }
}
