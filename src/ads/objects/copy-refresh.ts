import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { AD_LEVELS, type AdKind } from '../../tiktok/index.js';
import { AD_FAMILIES, isWithoutFamily } from './account-reader.js';
import { AdObjectReader } from './ad-object-reader.js';

// Objects that TikTok lists no more by id either are few; the rest follows in the next check.
const MOST_MISSING = 1_000;
const MISSING = `
  SELECT id FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND family = $4 AND as_of < $5::timestamptz
    AND operation_status IS DISTINCT FROM 'DELETE'
  ORDER BY as_of LIMIT ${MOST_MISSING}`;

/** Parents first, so that what happens to their children because of them is known as such. */
export const COPIED_KINDS: readonly AdKind[] = AD_LEVELS.flatMap((level) =>
  AD_FAMILIES.map((family) => ({ family, level })),
);

/** Reads all objects of an account that are not deleted into our copy, page by page. */
@Injectable()
export class CopyRefresh {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /** @throws TikTokError */
  async refresh(account: AdAccountRef): Promise<void> {
    for (const kind of COPIED_KINDS) await this.refreshKind(account, kind);
  }

  /** @returns how many objects TikTok listed @throws TikTokError */
  async refreshKind(account: AdAccountRef, kind: AdKind): Promise<number> {
    try {
      return await this.readAll(account, kind);
    } catch (error) {
      if (isWithoutFamily(kind.family, error)) return 0;
      throw error;
    }
  }

  private async readAll(account: AdAccountRef, kind: AdKind): Promise<number> {
    const startedAt = this.clock.now();
    let listed = 0;
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await this.reader.page(account, kind, {}, page);
      pages = answer.pages;
      listed += answer.rows.length;
    }
    // Those that are not listed may be deleted.
    const missing = await this.missing(account, kind, startedAt);
    if (missing.length > 0) await this.reader.byIds(account, kind, missing);
    return listed;
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
