import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { isTransient, PostingApi, TikTokApiError } from '../../tiktok/index.js';
import type { Publication } from '../publications/publication.entity.js';
import { checkedStatus, newsOfStatus } from './post-news.js';
import { PostedVideos } from './posted-videos.js';
import { PublicationJournal } from './publication-journal.js';

/** Finds out what became of a post of which nobody knows: by its status, or among what the account has posted. */
@Injectable()
export class UnknownSettler {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly posting: PostingApi,
    private readonly posted: PostedVideos,
    private readonly journal: PublicationJournal,
  ) {}

  /** @throws what TikTok could not be asked for; a refusal is no answer, and it stays unknown */
  async settle(publication: Publication): Promise<void> {
    const integration = await this.integrations.get(publication.integrationId);
    if (await this.byStatus(publication, integration.credentialId)) return;
    const postId = await unlessRefused(this.posted.find(publication, integration));
    if (!postId) return await this.journal.stillUnknown(publication);
    const how = { polled: true, settledBy: 'video_list' } as const;
    await this.journal.news(publication.id, { kind: 'public', postIds: [postId] }, how);
  }

  /** @returns whether TikTok knows the post; only then was its publish id saved */
  private async byStatus({ id, tiktokPublishId }: Publication, credentialId: string): Promise<boolean> {
    if (!tiktokPublishId) return false;
    const answer = await unlessRefused(this.posting.status(credentialId, tiktokPublishId));
    if (!answer) return false;
    await this.journal.news(id, newsOfStatus(checkedStatus(answer)), { polled: true });
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
