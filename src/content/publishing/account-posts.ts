import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { AccountVideoApi, VideoApi, type AccountVideo, type TikTokVideo } from '../../tiktok/index.js';
import type { Publication } from '../publications/publication.entity.js';
import { BusinessAccounts } from './ways/business-accounts.js';

/** A post as TikTok lists it. */
export interface ListedPost {
  id: string;
  /** UTC milliseconds. */
  postedAt: number;
  /** What stands under it, in as many forms as TikTok tells. */
  texts: string[];
}

interface ListedPage {
  posts: ListedPost[];
  /** Undefined after the last page. */
  next: number | undefined;
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

  /** Newest first. @param time UTC milliseconds */
  async since(publication: Publication, time: number): Promise<ListedPost[]> {
    const found: ListedPost[] = [];
    let cursor: number | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { posts, next } = await this.page(publication, cursor);
      const recent = posts.filter(({ postedAt }) => postedAt >= time);
      found.push(...recent);
      if (next === undefined || recent.length < posts.length) break;
      cursor = next;
    }
    return found;
  }

  private async page({ route, integrationId }: Publication, cursor: number | undefined): Promise<ListedPage> {
    if (route === 'business') {
      const account = await this.accounts.of(integrationId);
      const page = await this.accountVideos.list(account, cursor);
      return { posts: page.videos.map(ofAccount), next: page.has_more ? page.cursor : undefined };
    }
    const { credentialId } = await this.integrations.get(integrationId);
    const page = await this.videos.list(credentialId, cursor);
    return { posts: page.videos.map(ofLogin), next: page.has_more ? page.cursor : undefined };
  }
}

function ofLogin({ id, create_time: seconds, video_description: text, title }: TikTokVideo): ListedPost {
  return { id, postedAt: seconds * 1000, texts: [text ?? '', title ?? ''] };
}

function ofAccount({ item_id: id, create_time: seconds, caption }: AccountVideo): ListedPost {
  return { id: String(id), postedAt: Number(seconds ?? 0) * 1000, texts: [caption ?? ''] };
}
