import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { isTransient, TikTokApiError } from '../../tiktok/index.js';
import type { Publication } from '../post/publication.entity.js';
import { PublishedVideoFinder } from './find-published-video.js';
import { PublicationJournal } from './publication-journal.js';
import { StatusReader, updateFromStatus } from './status-poll.js';

/** Resolves a publication whose outcome is unknown, from its status or from the account's list of videos. */
@Injectable()
export class OutcomeReconciler {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly statuses: StatusReader,
    private readonly videos: PublishedVideoFinder,
    private readonly journal: PublicationJournal,
  ) {}

  /** @throws if TikTok cannot be asked. A refusal is no answer: the outcome stays unknown. */
  async reconcile(publication: Publication): Promise<void> {
    const integration = await this.integrations.get(publication.integrationId);
    if (await this.fromStatus(publication)) return;
    const postId = await unlessRefused(this.videos.find(publication, integration));
    if (!postId) return await this.journal.stillUnknown(publication);
    const origin = { polled: true, settledBy: 'video_list' } as const;
    await this.journal.update(publication.id, { kind: 'public', postIds: [postId] }, origin);
  }

  /** @returns false if TikTok does not know the post, or its publish id was never saved */
  private async fromStatus(publication: Publication): Promise<boolean> {
    if (!publication.tiktokPublishId) return false;
    const answer = await unlessRefused(this.statuses.read(publication));
    if (!answer) return false;
    await this.journal.update(publication.id, updateFromStatus(answer), { polled: true });
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
