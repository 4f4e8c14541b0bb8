import { Injectable } from '@nestjs/common';
import type { AdAccountRef } from '../../integrations/index.js';
import {
  isTransient,
  TikTokApiError,
  type AdFamily,
  type AdFilter,
  type AdLevel,
} from '../../tiktok/index.js';
import { AdObjectReader } from './ad-object-reader.js';

export const AD_FAMILIES: readonly AdFamily[] = ['us_plus', 'manual'];
/** Deleted objects included, so that our copy learns of them. */
const EVERYTHING: AdFilter = { primary_status: 'STATUS_ALL' };

/** Objects of an account that could not be read. */
export interface Unread {
  level: AdLevel;
  family: AdFamily;
  error: unknown;
}

/** Reads whole levels of an account into our copy. One family that TikTok refuses does not hide the other. */
@Injectable()
export class AccountReader {
  constructor(private readonly reader: AdObjectReader) {}

  /** @returns what could not be read */
  async read(account: AdAccountRef, levels: readonly AdLevel[], filter = EVERYTHING): Promise<Unread[]> {
    const unread: Unread[] = [];
    for (const level of levels)
      for (const family of AD_FAMILIES) {
        const error = await this.failure(account, level, family, filter);
        if (error !== undefined && !isWithoutFamily(family, error)) unread.push({ level, family, error });
      }
    return unread;
  }

  private async failure(
    account: AdAccountRef,
    level: AdLevel,
    family: AdFamily,
    filter: AdFilter,
  ): Promise<unknown> {
    try {
      await this.reader.read(account, { family, level }, filter);
      return undefined;
    } catch (error) {
      return error;
    }
  }
}

/** True if TikTok refuses Upgraded Smart+ to the account, which then has no such objects. */
export function isWithoutFamily(family: AdFamily, error: unknown): boolean {
  return family === 'us_plus' && error instanceof TikTokApiError && !isTransient(error) && isClosed(error);
}

// 40008: no such path. 40118: not on the allowlist, or not in the region. 40125: the app lacks the permission.
const CLOSED = new Set(['40008', '40118', '40125']);

function isClosed({ code }: TikTokApiError): boolean {
  return CLOSED.has(code);
}
