import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import { AccountVideoApi, VideoApi, walkPages, type TimePage } from '../../tiktok/index.js';
import type { Publication } from '../post/publication.entity.js';
import { BusinessAccounts } from './targets/business-accounts.js';

/** A video as TikTok lists it. */
interface ListedVideo {
  /** Undefined if TikTok leaves it out. */
  id: string | undefined;
  /** UTC milliseconds; undefined if TikTok leaves it out. */
  postedAt: number | undefined;
  /** Its caption, in each form that TikTok returns. */
  texts: string[];
}

// Of twenty videos each. No real account posts more than that in a day.
const MAX_PAGES = 10;
// Clocks differ a little, and TikTok may take a while to show a post.
const BEFORE_MS = 60_000;
const AFTER_MS = 24 * 3_600_000;
// TikTok documents that it shortens descriptions to this many UTF-16 units.
const DESCRIPTION_MAX = 150;

// Publications of the same TikTok account, in any organisation, that the video could also belong to.
const RIVALS = `
  SELECT 1 FROM publications p JOIN integrations i ON i.id = p.integration_id
  WHERE i.open_id = $1 AND p.id <> $2 AND p.caption = $3 AND p.post_ids = '{}'
    AND p.status IN ('publishing', 'processing', 'published', 'unknown')
    AND p.init_sent_at BETWEEN $4::timestamptz - interval '1 day' AND $4::timestamptz + interval '1 day' LIMIT 1`;

const TAKEN = `SELECT unnest(post_ids) AS id FROM publications WHERE post_ids && $1::text[]`;

/** Looks for a publication among the public videos of its account. */
@Injectable()
export class PublishedVideoFinder {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly accounts: BusinessAccounts,
    private readonly videos: VideoApi,
    private readonly accountVideos: AccountVideoApi,
    private readonly system: SystemContext,
  ) {}

  /**
   * Finds the only video with the publication's caption that was posted around the time it was sent.
   * @returns undefined when in doubt, such as when TikTok's list ends early: confusing two posts is worse than asking a user
   */
  async find(publication: Publication, integration: IntegrationRef): Promise<string | undefined> {
    const { initSentAt, caption } = publication;
    if (!initSentAt || !caption.trim() || !isListed(publication)) return undefined;
    const sentAt = initSentAt.getTime();
    const posted = await this.postedSince(publication, sentAt - BEFORE_MS);
    if (!posted) return undefined;
    const inTime = ({ postedAt }: ListedVideo) => postedAt === undefined || postedAt <= sentAt + AFTER_MS;
    const alike = posted.filter((video) => inTime(video) && hasCaption(video, caption));
    const [only, another] = await this.notTaken(alike);
    if (!only || another || (await this.hasRival(publication, integration))) return undefined;
    return only.postedAt === undefined ? undefined : only.id;
  }

  /**
   * Lists the newest videos first.
   * @param time UTC milliseconds
   * @returns undefined if TikTok's list does not reach back to that time
   */
  private async postedSince(publication: Publication, time: number): Promise<ListedVideo[] | undefined> {
    const found: ListedVideo[] = [];
    let pages = 0;
    for await (const { page, next } of walkPages(await this.pageReader(publication))) {
      const videos = videosIn(page.videos);
      found.push(...videos.filter(({ postedAt }) => postedAt === undefined || postedAt >= time));
      const isOlder = videos.some(({ postedAt }) => postedAt !== undefined && postedAt < time);
      if (isOlder || next.kind === 'end') return found;
      pages += 1;
      if (pages === MAX_PAGES) return undefined;
    }
    return undefined;
  }

  private async pageReader({
    route,
    integrationId,
  }: Publication): Promise<(cursor: string | undefined) => Promise<TimePage>> {
    if (route === 'business') {
      const account = await this.accounts.of(integrationId);
      return (cursor) => this.accountVideos.list(account, cursor);
    }
    const { credentialId } = await this.integrations.get(integrationId);
    return (cursor) => this.videos.list(credentialId, cursor);
  }

  private async notTaken(videos: ListedVideo[]): Promise<ListedVideo[]> {
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
    const rivals = await this.system.transaction('find similar publications', (em) =>
      queryRows(em, RIVALS, [openId, id, caption, initSentAt]),
    );
    return rivals.length > 0;
  }
}

/** TikTok lists public videos only. */
function isListed({ mode, privacyLevel }: Publication): boolean {
  return mode === 'direct' && privacyLevel === 'PUBLIC_TO_EVERYONE';
}

/** Reads a page of either API; their fields have different names. */
function videosIn(page: unknown): ListedVideo[] {
  return Array.isArray(page) ? page.flatMap((video: unknown) => videoIn(video) ?? []) : [];
}

function videoIn(video: unknown): ListedVideo | undefined {
  if (typeof video !== 'object' || video === null) return undefined;
  const { id, item_id: itemId, create_time: createTime, ...rest } = video as Record<string, unknown>;
  const texts = [rest.video_description, rest.title, rest.caption];
  const digits = digitsOf(createTime);
  return {
    id: digitsOf(id ?? itemId),
    postedAt: digits === undefined ? undefined : Number(digits) * 1000,
    texts: texts.filter((text) => typeof text === 'string'),
  };
}

function digitsOf(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\d+$/.test(text) ? text : undefined;
}

function hasCaption({ texts }: ListedVideo, caption: string): boolean {
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
