import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../common/index.js';
import { IntegrationsService, ReconnectNeededError } from '../integrations/index.js';
import { Jobs, TryLaterError, type Claim } from '../jobs/index.js';
import { isTransient, PostingApi, TikTokApiError } from '../tiktok/index.js';
import { newsOfStatus } from './post-news.js';
import { PostStarter } from './post-starter.js';
import { PublicationJournal, type EndReason } from './publication-journal.js';
import type { Publication } from './publication.entity.js';
import { VideoTransfer } from './video-transfer.js';

/** The work of publishing: wakes for a publication's id. */
export const PUBLISH_WORK = 'publish';
// With the backoff of src/jobs these are about half an hour.
const MAX_ATTEMPTS = 13;

/** Takes a publication one step further, from wherever its journal says it stands. */
@Injectable()
export class Publisher implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly journal: PublicationJournal,
    private readonly integrations: IntegrationsService,
    private readonly starter: PostStarter,
    private readonly transfer: VideoTransfer,
    private readonly posting: PostingApi,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: PUBLISH_WORK,
      table: 'publications',
      concurrency: 4,
      handle: (claim) => this.advance(claim),
    });
  }

  private async advance(claim: Claim): Promise<void> {
    const publication = await this.journal.find(claim.id);
    if (!publication) return;
    try {
      if (publication.status === 'publishing') await this.publish(publication, claim);
      else await this.poll(publication);
    } catch (error) {
      await this.settle(publication, claim, error);
    }
  }

  private async publish(publication: Publication, claim: Claim): Promise<void> {
    const integration = await this.integrations.get(publication.integrationId);
    if (!publication.tiktokPublishId && !(await this.starter.start(publication, integration, claim))) return;
    const started = await this.journal.find(publication.id);
    if (started) await this.transfer.run(started, integration.credentialId, claim);
  }

  private async poll(publication: Publication): Promise<void> {
    const { credentialId } = await this.integrations.get(publication.integrationId);
    const answer = await this.posting.status(credentialId, publication.tiktokPublishId ?? '');
    const after = await this.journal.news(publication.id, newsOfStatus(answer), true);
    if (after?.status === 'processing' && !after.dueAt) {
      await this.journal.end(publication.id, 'unknown', { code: 'processing_outcome_unknown' });
    }
  }

  /** Trouble that may pass is tried again; a refusal ends a post that was not sent, and says nothing about one that was. */
  private async settle(publication: Publication, claim: Claim, error: unknown): Promise<void> {
    const sent = publication.status !== 'publishing';
    if (isTransient(error) || error instanceof TryLaterError) {
      if (!sent && claim.attempts >= MAX_ATTEMPTS && !claim.signal.aborted) {
        return await this.journal.end(publication.id, 'failed', { code: 'tiktok_unreachable' });
      }
      throw error instanceof TryLaterError
        ? error
        : new TryLaterError(String(error), undefined, { cause: error });
    }
    // Nothing is lost by waiting: it goes on when somebody has connected the account again.
    if (error instanceof ReconnectNeededError)
      return await this.journal.waitForReconnect(publication.id, error);
    const reason = endReason(error);
    if (!reason) throw error;
    await this.journal.end(publication.id, sent ? 'unknown' : 'failed', reason);
  }
}

function endReason(error: unknown): EndReason | undefined {
  if (error instanceof TikTokApiError) return error;
  if (error instanceof DomainError) return { code: error.code, sentence: error.message };
  return undefined;
}
