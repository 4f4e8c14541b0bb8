import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { OrgContext } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { AD_OBJECT_ENDPOINTS, toWireTime, type AdFilter, type AdRow } from '../../tiktok/index.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { AdChange } from './ad-change.entity.js';

// TikTok's clock and ours may differ.
const CLOCK_SKEW_MS = 5 * 60_000;

/** Finds what a create made whose answer was lost. */
@Injectable()
export class CreatedObjects {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: AdObjectReader,
  ) {}

  /** Finds it by name, parent and creation time, and leaves out what another change has made. @returns its id */
  async find(account: AdAccountRef, change: AdChange): Promise<string | undefined> {
    const { family, level } = change;
    const endpoint = AD_OBJECT_ENDPOINTS[family][level];
    const rows = await this.reader.read(account, { family, level }, filterFor(change));
    const candidates = rows
      .filter((row) => row[endpoint.name] === change.name && isChildOf(row, change.body))
      .map((row) => row[endpoint.id])
      .filter((id) => typeof id === 'string');
    const known = await this.ofOtherChanges(candidates, change);
    return candidates.find((id) => !known.has(id));
  }

  private async ofOtherChanges(ids: string[], change: AdChange): Promise<Set<string>> {
    const where = { action: 'create' as const, objectId: In(ids), accountId: change.accountId };
    const rows = await this.orgContext.transaction((em) => em.getRepository(AdChange).findBy(where));
    return new Set(rows.flatMap((row) => (row.id === change.id ? [] : (row.objectId ?? []))));
  }
}

function filterFor({ body, name, sentAt }: AdChange): AdFilter {
  const since = new Date((sentAt?.getTime() ?? 0) - CLOCK_SKEW_MS);
  return {
    name: name ?? '',
    ...(typeof body.campaign_id === 'string' && { campaign_ids: [body.campaign_id] }),
    ...(typeof body.adgroup_id === 'string' && { adgroup_ids: [body.adgroup_id] }),
    creation_filter_start_time: toWireTime(since),
  };
}

function isChildOf(row: AdRow, body: AdChange['body']): boolean {
  return ['campaign_id', 'adgroup_id'].every((key) => body[key] === undefined || row[key] === body[key]);
}
