import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import type { Publication } from '../post/publication.entity.js';
import { AccountPosts, type ListedPost } from './account-posts.js';

// Clocks differ a little; and TikTok may take its time before a post is shown.
const BEFORE_MS = 60_000;
const AFTER_MS = 24 * 3_600_000;
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
    private readonly posts: AccountPosts,
    private readonly system: SystemContext,
  ) {}

  /**
   * The one video with the publication's caption that was posted when it was sent. Undefined when there is none, and when
   * there is doubt, as when TikTok's list ends too early: a post that is taken for another is worse than one that a person has to look for.
   */
  async find(publication: Publication, integration: IntegrationRef): Promise<string | undefined> {
    const { initSentAt, caption } = publication;
    if (!initSentAt || !caption.trim() || !isListed(publication)) return undefined;
    const sentAt = initSentAt.getTime();
    const posted = await this.posts.since(publication, sentAt - BEFORE_MS);
    if (!posted) return undefined;
    const mayBe = ({ postedAt }: ListedPost) => postedAt === undefined || postedAt <= sentAt + AFTER_MS;
    const alike = posted.filter((post) => mayBe(post) && hasCaption(post, caption));
    const [only, another] = await this.notTaken(alike);
    if (!only || another || (await this.hasRival(publication, integration))) return undefined;
    return only.postedAt === undefined ? undefined : only.id;
  }

  private async notTaken(videos: ListedPost[]): Promise<ListedPost[]> {
    if (videos.length === 0) return [];
    const rows = await this.system.transaction('find the publications of videos', (em) =>
      queryRows<{ id: string }>(em, TAKEN, [videos.flatMap(({ id }) => id ?? [])]),
    );
    const taken = new Set(rows.map(({ id }) => id));
    return videos.filter(({ id }) => id === undefined || !taken.has(id));
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

function hasCaption({ texts }: ListedPost, caption: string): boolean {
  const wanted = normalised(caption);
  return texts.some((text) => {
    const seen = normalised(text);
    // TikTok may have cut an emoji in half, which then ends as U+FFFD.
    return (
      seen === wanted || (seen.length >= DESCRIPTION_MAX && wanted.startsWith(seen.replace(/\uFFFD$/, '')))
    );
  });
}

function normalised(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
