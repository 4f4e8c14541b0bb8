import { createHash } from 'node:crypto';
import type { SparkPost } from '../../tiktok/index.js';
import type { SparkPostRow } from './spark-post.entity.js';

/** What a row stores of TikTok's answer. */
export type SparkFacts = Pick<SparkPostRow, 'itemId' | 'details' | 'authorizedUntil'>;

export function sparkFacts({ auth_info, item_info, user_info, video_info }: SparkPost): SparkFacts {
  return {
    itemId: item_info?.item_id ?? null,
    authorizedUntil: timeOf(auth_info?.auth_end_time),
    details: {
      authStatus: auth_info?.ad_auth_status ?? null,
      itemType: item_info?.item_type ?? null,
      text: item_info?.text ?? null,
      creatorName: user_info?.tiktok_name ?? null,
      identityId: user_info?.identity_id ?? null,
      identityType: user_info?.identity_type ?? null,
      coverUrl: video_info?.poster_url ?? null,
    },
  };
}

export function hashOf(authCode: string): Buffer {
  return createHash('sha256').update(authCode).digest();
}

/** Reads UTC as `YYYY-MM-DD HH:MM:SS` and as ISO 8601, because TikTok's pages show both. */
export function timeOf(time: string | null | undefined): Date | null {
  if (!time) return null;
  const plain = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time);
  const at = new Date(plain ? `${time.replace(' ', 'T')}Z` : time);
  return Number.isNaN(at.getTime()) ? null : at;
}
