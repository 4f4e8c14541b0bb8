import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { AD_LEVELS, type AdKind } from '../../tiktok/index.js';
import { AD_FAMILIES, isWithoutFamily } from '../objects/account-reader.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { withShortWaits } from '../writes/short-waits.js';

// Objects that TikTok lists no more by id either are few; the rest follows in the next check.
const MOST_MISSING = 1_000;
const MISSING = `
  SELECT id FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND family = $4 AND as_of < $5::timestamptz
    AND operation_status IS DISTINCT FROM 'DELETE'
  ORDER BY as_of LIMIT ${MOST_MISSING}`;

/** Reads all objects of an account that are not deleted into our copy, page by page. */
@Injectable()
export class CopyRefresh {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /** Parents first, so that what happens to their children because of them is known as such. @throws TikTokError */
  async refresh(account: AdAccountRef): Promise<void> {
    for (const level of AD_LEVELS)
      for (const family of AD_FAMILIES)
        try {
          await this.refreshKind(account, { family, level });
        } catch (error) {
          if (!isWithoutFamily(family, error)) throw error;
        }
  }

  private async refreshKind(account: AdAccountRef, kind: AdKind): Promise<void> {
    const startedAt = this.clock.now();
    for (let page = 1, pages = 1; page <= pages; page += 1)
      ({ pages } = await withShortWaits(() => this.reader.page(account, kind, {}, page)));
    // Those that are not listed may be deleted.
    const missing = await this.missing(account, kind, startedAt);
    if (missing.length > 0) await withShortWaits(() => this.reader.byIds(account, kind, missing));
  }

  private async missing(
    { accountId }: AdAccountRef,
    { family, level }: AdKind,
    startedAt: Date,
  ): Promise<string[]> {
    const values = [this.orgContext.organisationId, accountId, level, family, startedAt];
    const rows = await this.orgContext.transaction((em) => queryRows<{ id: string }>(em, MISSING, values));
    return rows.map(({ id }) => id);
  }
}
