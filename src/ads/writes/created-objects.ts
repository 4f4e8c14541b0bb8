import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import {
  AD_OBJECT_ENDPOINTS,
  fromWireTime,
  toWireTime,
  type AdFilter,
  type AdRow,
} from '../../tiktok/index.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import type { AdChange } from './ad-change.entity.js';
import { differencesOf } from './read-back.js';
import { sentObject } from './sent-object.js';

// The doctor reports a clock that is further away from TikTok's as a problem.
const CLOCK_SKEW_MS = 60_000;
const PARENTS = ['campaign_id', 'adgroup_id'] as const;
const IN_FLIGHT = `
  SELECT 1 FROM ad_changes
  WHERE account_id = $1 AND level = $2 AND name = $3 AND action = 'create' AND state = 'sent' AND sent_at > $4 AND id <> $5
    AND body->>'campaign_id' IS NOT DISTINCT FROM $6 AND body->>'adgroup_id' IS NOT DISTINCT FROM $7
  LIMIT 1`;

/** Finds what a create made whose answer was lost. */
@Injectable()
export class CreatedObjects {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /**
   * True while another create of such an object waits for its answer, of any organisation that shares the ad account. What
   * TikTok lists may then be the other's.
   */
  async isContested(change: AdChange): Promise<boolean> {
    const { accountId, level, name, id, body } = change;
    const since = this.clock.inSeconds(-this.config.ads.settleSeconds);
    const parents = PARENTS.map((key) => textIn(body[key]));
    const rows = await this.system.transaction('find creates of a shared ad account under way', (em) =>
      queryRows(em, IN_FLIGHT, [accountId, level, name, since, id, ...parents]),
    );
    return rows.length > 0;
  }

  /**
   * Finds objects by name, parent and creation time: none is older than the first call. There is no upper bound, because a clock
   * of TikTok that is ahead would hide the object, and it would be created twice. What runs is someone else's: everything here
   * is created paused.
   * @returns their ids, those most like the body first. Another create may have made each of them
   */
  async candidates(account: AdAccountRef, change: AdChange): Promise<string[]> {
    const { family, level, name } = change;
    const endpoint = AD_OBJECT_ENDPOINTS[family][level];
    const since = earliest(change);
    const rows = await this.reader.read(account, { family, level }, filterFor(change, since));
    const sent = sentObject(change);
    return rows
      .filter((row) => row[endpoint.name] === name && isChildOf(row, change.body))
      .filter((row) => !isOlder(row, since) && row.operation_status !== 'ENABLE')
      .map((row) => ({ id: row[endpoint.id], distance: differencesOf(sent, row).length }))
      .toSorted((a, b) => a.distance - b.distance)
      .flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  }
}

function earliest({ firstSentAt, createdAt }: AdChange): Date {
  // Older versions have not kept the time of the first call. The intent is committed right before it.
  const first = (firstSentAt ?? createdAt).getTime();
  // TikTok gives whole seconds.
  return new Date(Math.floor((first - CLOCK_SKEW_MS) / 1000) * 1000);
}

function filterFor({ body, name }: AdChange, since: Date): AdFilter {
  return {
    name: name ?? '',
    ...(typeof body.campaign_id === 'string' && { campaign_ids: [body.campaign_id] }),
    ...(typeof body.adgroup_id === 'string' && { adgroup_ids: [body.adgroup_id] }),
    creation_filter_start_time: toWireTime(since),
  };
}

/** The filter has applied where the row names no parent. */
function isChildOf(row: AdRow, body: AdChange['body']): boolean {
  return PARENTS.every(
    (key) => body[key] === undefined || (row[key] ?? undefined) === undefined || row[key] === body[key],
  );
}

/** The filter has applied where the row has no time. */
function isOlder(row: AdRow, since: Date): boolean {
  const createdAt = fromWireTime(row.create_time);
  return createdAt !== null && createdAt < since;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
