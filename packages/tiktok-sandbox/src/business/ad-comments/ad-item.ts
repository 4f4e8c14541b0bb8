import { itemId } from '../../ids.js';
import { seededRandom } from '../../random.js';
import type { Ad } from '../ads/ad-objects.js';

/** The post that an ad shows: a creator's, or one that exists for the ad alone. */
export function adItemId(ad: Ad): string {
  return creatorsPost(ad) ?? itemId(ad.createdAt, seededRandom(`${ad.seedName}/item`));
}

export function creatorsPost({ fields }: Ad): string | undefined {
  const id = fields['tiktok_item_id'];
  return typeof id === 'string' ? id : undefined;
}

/** Whether an ad is a creative of Upgraded Smart+, whose comments can only be read. */
export function isUpgraded(ad: Ad & { readonly smartPlusAdId?: string }): boolean {
  return ad.smartPlusAdId !== undefined;
}
