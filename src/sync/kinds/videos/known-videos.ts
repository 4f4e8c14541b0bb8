import { Injectable } from '@nestjs/common';
import type { SyncPolicy } from '../../../config/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { VideoUse } from '../../activity/video-batch.js';
import { idOf } from '../../activity/video-reading.js';
import { isDue } from '../../policy/cadence.js';

const HOUR_MS = 3_600_000;

const KNOWN = `
  SELECT video_id AS id, published_at AS "publishedAt", captured_at AS "capturedAt", cover_expires_at AS "coverExpiresAt"
  FROM social_activity WHERE integration_id = $1 AND video_id = ANY($2) AND gone_at IS NULL`;

interface KnownVideo {
  id: string;
  publishedAt: Date;
  capturedAt: Date;
  coverExpiresAt: Date | null;
}

/** What is stored of the videos of a page. */
export interface KnownPage {
  isKnown: (id: string) => boolean;
  use: (id: string) => VideoUse;
}

/** Decides about the videos of a page that was read to find new ones. */
@Injectable()
export class KnownVideos {
  constructor(private readonly orgContext: OrgContext) {}

  /**
   * A new or due video is stored. Of the others, a cover that ends before the next look is renewed. A video that is gone
   * counts as new.
   * @param videos as received
   */
  async among(integrationId: string, videos: unknown, policy: SyncPolicy, now: Date): Promise<KnownPage> {
    const ids = (Array.isArray(videos) ? (videos as unknown[]) : []).flatMap((video) => idOf(video) ?? []);
    const rows = await this.orgContext.transaction((em) =>
      queryRows<KnownVideo>(em, KNOWN, [integrationId, ids]),
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    const use = (id: string): VideoUse => {
      const video = known.get(id);
      if (!video || isDue(video, policy.videos, now)) return 'history';
      return coverEndsSoon(video, policy, now) ? 'latest' : 'ignore';
    };
    return { isKnown: (id) => known.has(id), use };
  }
}

function coverEndsSoon(
  { coverExpiresAt }: KnownVideo,
  { discoverEveryHours }: SyncPolicy,
  now: Date,
): boolean {
  // One hour more, because accounts take their turns within the hour.
  const nextLook = now.getTime() + (discoverEveryHours + 1) * HOUR_MS;
  return coverExpiresAt !== null && coverExpiresAt.getTime() < nextLook;
}
