import { Injectable } from '@nestjs/common';
import type { AdAccountRef } from '../../integrations/index.js';
import { isTransient, type AdFamily, type AdLevel } from '../../tiktok/index.js';
import { AD_FAMILIES, isWithoutFamily } from '../objects/account-reader.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { AdObjectStore } from '../objects/ad-object.store.js';

/** Finds objects by id as TikTok has them now, and so their family. */
@Injectable()
export class ObjectFinder {
  constructor(
    private readonly reader: AdObjectReader,
    private readonly store: AdObjectStore,
  ) {}

  /**
   * Reads them from TikTok. While TikTok is unavailable, our copies stand for them: a pause must not depend on a read.
   * @param mode `strict`: a copy is no substitute
   * @returns those that exist. @throws TikTokError if TikTok did not answer about an object of which we have no copy
   */
  async find(
    account: AdAccountRef,
    level: AdLevel,
    ids: readonly string[],
    mode: 'strict' | 'lenient' = 'lenient',
  ): Promise<AdObject[]> {
    const copies = await this.store.find(account.accountId, level, ids);
    const open = new Map(ids.map((id) => [id, copies.find((copy) => copy.id === id)?.family]));
    let failure: unknown;
    for (const family of AD_FAMILIES) {
      const wanted = [...open].flatMap(([id, known]) => ((known ?? family) === family ? id : []));
      if (wanted.length === 0) continue;
      failure = (await this.read(account, family, level, wanted)) ?? failure;
      const found = await this.store.find(account.accountId, level, wanted);
      for (const { id } of found) open.delete(id);
    }
    if (failure !== undefined && (open.size > 0 || mode === 'strict')) throw failure as Error;
    return await this.store.find(account.accountId, level, ids);
  }

  /** @returns why TikTok could not be asked */
  private async read(
    account: AdAccountRef,
    family: AdFamily,
    level: AdLevel,
    ids: readonly string[],
  ): Promise<unknown> {
    try {
      await this.reader.byIds(account, { family, level }, ids);
      return undefined;
    } catch (error) {
      if (isTransient(error)) return error;
      if (isWithoutFamily(family, error)) return undefined;
      throw error;
    }
  }
}
