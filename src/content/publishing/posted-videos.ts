import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import { VideoApi, type TikTokVideo } from '../../tiktok/index.js';
import type { Publication } from '../publications/publication.entity.js';

// Clocks differ a little; and TikTok may take its time before a post is shown.
const BEFORE_MS = 60_000;
const AFTER_MS = 24 * 3_600_000;
// Of twenty each: an account with more posts in a day is none that people post to.
const MAX_PAGES = 10;
// TikTok documents that it shortens descriptions to so many UTF-16 units.
const DESCRIPTION_MAX = 150;

// Posts of the same TikTok account, in whatever organisation, that the video may be as well.
const RIVALS = `
  SELECT 1 FROM publications p JOIN integrations i ON i.id = p.integration_id
  WHERE i.open_id = $1 AND p.id <> $2 AND p.caption = $3 AND p.post_ids = '{}'
    AND p.status IN ('publishing', 'processing', 'published', 'unknown')
    AND p.init_sent_at BETWEEN $4::timestamptz - interval '1 day' AND $4::timestamptz + interval '1 day' LIMIT 1`;

const TAKEN = `SELECT unnest(post_ids) AS id FROM publications WHERE post_ids && $1::text[]`;

/** Looks for a post among the public videos of its account. */
@Injectable()
export class PostedVideos {
  constructor(
    private readonly videos: VideoApi,
    private readonly system: SystemContext,
  ) {}

  /**
   * The one video with the publication's caption that was posted when it was sent. Undefined when there is none, and when
   * there is doubt: a post that is taken for another is worse than one that a person has to look for.
   */
  async find(publication: Publication, integration: IntegrationRef): Promise<string | undefined> {
    const { initSentAt, caption } = publication;
    if (!initSentAt || !caption.trim() || !isListed(publication)) return undefined;
    const since = new Date(initSentAt.getTime() - BEFORE_MS);
    const posted = await this.postedSince(integration.credentialId, since);
    const until = initSentAt.getTime() + AFTER_MS;
    const alike = posted.filter((video) => postedAt(video) <= until && hasCaption(video, caption));
    const [only, another] = await this.notTaken(alike);
    if (!only || another || (await this.hasRival(publication, integration))) return undefined;
    return only.id;
  }

  private async postedSince(credentialId: string, since: Date): Promise<TikTokVideo[]> {
    const found: TikTokVideo[] = [];
    let cursor: number | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await this.videos.list(credentialId, cursor);
      const recent = answer.videos.filter((video) => postedAt(video) >= since.getTime());
      found.push(...recent);
      if (!answer.has_more || recent.length < answer.videos.length) break;
      cursor = answer.cursor;
    }
    return found;
  }

  private async notTaken(videos: TikTokVideo[]): Promise<TikTokVideo[]> {
    if (videos.length === 0) return [];
    const rows = await this.system.transaction('find the publications of videos', (em) =>
      queryRows<{ id: string }>(em, TAKEN, [videos.map(({ id }) => id)]),
    );
    const taken = new Set(rows.map(({ id }) => id));
    return videos.filter(({ id }) => !taken.has(id));
  }

  private async hasRival(
    { id, caption, initSentAt }: Publication,
    { openId }: IntegrationRef,
  ): Promise<boolean> {
    const rivals = await this.system.transaction('find publications alike', (em) =>
      queryRows(em, RIVALS, [openId, id, caption, initSentAt]),
    );
    return rivals.length > 0;
  }
}

/** TikTok lists only what everybody can see. */
function isListed({ mode, privacyLevel }: Publication): boolean {
  return mode === 'direct' && privacyLevel === 'PUBLIC_TO_EVERYONE';
}

function postedAt(video: TikTokVideo): number {
  return video.create_time * 1000;
}

function hasCaption({ video_description: description, title }: TikTokVideo, caption: string): boolean {
  const wanted = normalised(caption);
  return [description, title].some((text) => {
    const seen = normalised(text ?? '');
    return seen === wanted || (seen.length >= DESCRIPTION_MAX && wanted.startsWith(seen));
  });
}

function normalised(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
