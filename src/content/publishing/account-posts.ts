import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { AccountVideoApi, VideoApi, walkPages, type TimePage } from '../../tiktok/index.js';
import type { Publication } from '../post/publication.entity.js';
import { BusinessAccounts } from './targets/business-accounts.js';

/** A post as TikTok lists it. */
export interface ListedPost {
  /** Undefined when TikTok does not say. */
  id: string | undefined;
  /** UTC milliseconds; undefined when TikTok does not say. */
  postedAt: number | undefined;
  /** What stands under it, in as many forms as TikTok tells. */
  texts: string[];
}

// Of twenty each: an account with more posts in a day is none that people post to.
const MAX_PAGES = 10;

/** What an account has posted, as the family tells that carries the publication. */
@Injectable()
export class AccountPosts {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly accounts: BusinessAccounts,
    private readonly videos: VideoApi,
    private readonly accountVideos: AccountVideoApi,
  ) {}

  /**
   * Newest first.
   * @param time UTC milliseconds
   * @returns undefined when TikTok's list does not reach back to that time
   */
  async since(publication: Publication, time: number): Promise<ListedPost[] | undefined> {
    const found: ListedPost[] = [];
    let pages = 0;
    for await (const { page, next } of walkPages(await this.reader(publication))) {
      const posts = postsOf(page.videos);
      found.push(...posts.filter(({ postedAt }) => postedAt === undefined || postedAt >= time));
      const isOlder = posts.some(({ postedAt }) => postedAt !== undefined && postedAt < time);
      if (isOlder || next.kind === 'end') return found;
      pages += 1;
      if (pages === MAX_PAGES) return undefined;
    }
    return undefined;
  }

  private async reader({
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
}

/** Of either family: their fields have different names. */
function postsOf(videos: unknown): ListedPost[] {
  return Array.isArray(videos) ? videos.flatMap((video: unknown) => postOf(video) ?? []) : [];
}

function postOf(video: unknown): ListedPost | undefined {
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
