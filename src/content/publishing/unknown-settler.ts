import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { isTransient, TikTokApiError } from '../../tiktok/index.js';
import type { Publication } from '../post/publication.entity.js';
import { newsOfStatus } from './post-news.js';
import { PostStatusReader } from './post-status-reader.js';
import { PostedVideos } from './posted-videos.js';
import { PublicationJournal } from './publication-journal.js';

/** Finds out what became of a post of which nobody knows: by its status, or among what the account has posted. */
@Injectable()
export class UnknownSettler {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly statuses: PostStatusReader,
    private readonly posted: PostedVideos,
    private readonly journal: PublicationJournal,
  ) {}

  /** @throws what TikTok could not be asked for; a refusal is no answer, and it stays unknown */
  async settle(publication: Publication): Promise<void> {
    const integration = await this.integrations.get(publication.integrationId);
    if (await this.byStatus(publication)) return;
    const postId = await unlessRefused(this.posted.find(publication, integration));
    if (!postId) return await this.journal.stillUnknown(publication);
    const how = { polled: true, settledBy: 'video_list' } as const;
    await this.journal.news(publication.id, { kind: 'public', postIds: [postId] }, how);
  }

  /** @returns whether TikTok knows the post; only then was its publish id saved */
  private async byStatus(publication: Publication): Promise<boolean> {
    if (!publication.tiktokPublishId) return false;
    const answer = await unlessRefused(this.statuses.read(publication));
    if (!answer) return false;
    await this.journal.news(publication.id, newsOfStatus(answer), { polled: true });
    return true;
  }
}

async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TikTokApiError && !isTransient(error)) return undefined;
    throw error;
  }
}
