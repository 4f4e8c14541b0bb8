import { Injectable } from '@nestjs/common';
import { Clock, inBatches } from '../../common/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  AdObjectApi,
  type AdFamily,
  type AdFilter,
  type AdKind,
  type AdLevel,
  type AdPage,
  type AdRow,
} from '../../tiktok/index.js';
import { isUpgradedSmartPlus } from './ad-object-row.js';
import { AdObjectStore } from './ad-object.store.js';
import { withShortWaits } from './short-waits.js';

const FAMILIES: readonly AdFamily[] = ['us_plus', 'manual'];
const MAX_IDS = 100;
/** Deleted objects included. */
const ALL_STATUSES = 'STATUS_ALL';

/** Reads ad objects from TikTok and stores what it read. */
@Injectable()
export class AdObjectReader {
  constructor(
    private readonly api: AdObjectApi,
    private readonly store: AdObjectStore,
    private readonly clock: Clock,
  ) {}

  /** Reads objects of one kind by id. Those that TikTok does not list are absent. */
  async byIds(account: AdAccountRef, kind: AdKind, ids: readonly string[]): Promise<AdRow[]> {
    const rows: AdRow[] = [];
    for (const batch of inBatches(ids, MAX_IDS))
      rows.push(...(await this.read(account, kind, { ids: batch, primary_status: ALL_STATUSES })));
    return rows;
  }

  /** Reads all objects of a level, of both families. */
  async level(account: AdAccountRef, level: AdLevel, filter: AdFilter = {}): Promise<number> {
    let count = 0;
    for (const family of FAMILIES) count += (await this.read(account, { family, level }, filter)).length;
    return count;
  }

  /** Reads every page, and stores each one. */
  async read(account: AdAccountRef, kind: AdKind, filter: AdFilter): Promise<AdRow[]> {
    const found: AdRow[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await this.page(account, kind, filter, page);
      pages = answer.pages;
      found.push(...answer.rows);
    }
    return found;
  }

  /** Reads one page and stores it. */
  async page(account: AdAccountRef, kind: AdKind, filter: AdFilter, page: number): Promise<AdPage> {
    let asOf = this.clock.now();
    const { rows: all, pages } = await withShortWaits(() => {
      asOf = this.clock.now();
      return this.api.page(callerOf(account), kind, filter, page);
    });
    const rows = kind.family === 'manual' ? all.filter((row) => !isUpgradedSmartPlus(row)) : all;
    await this.store.save(account.accountId, kind, rows, asOf);
    return { rows, pages };
  }
}
