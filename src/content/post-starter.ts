import { Injectable } from '@nestjs/common';
import { TryLaterError, type Claim } from '../jobs/index.js';
import { TokenCipher, type IntegrationRef } from '../integrations/index.js';
import {
  isTransient,
  outcomeUnknown,
  PostingApi,
  TikTokApiError,
  TikTokRateLimitedError,
  type CreatorInfo,
} from '../tiktok/index.js';
import { chunkPlan } from './chunk-plan.js';
import { PublicationJournal, type EndReason } from './publication-journal.js';
import type { Publication } from './publication.entity.js';

// TikTok counts inits by the sliding minute.
const AFTER_RATE_LIMIT_SECONDS = 60;

/** Creator info, then init: the only call that begins a post, sent once. */
@Injectable()
export class PostStarter {
  constructor(
    private readonly posting: PostingApi,
    private readonly journal: PublicationJournal,
    private readonly cipher: TokenCipher,
  ) {}

  /**
   * @returns whether TikTok now expects the bytes; false when the publication has ended
   * @throws TryLaterError, or what `creatorInfo` was refused with
   */
  async start(publication: Publication, { credentialId }: IntegrationRef, claim: Claim): Promise<boolean> {
    if (publication.initSentAt)
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    const creator = await this.posting.creatorInfo(credentialId);
    if (!creator.privacy_level_options.includes(publication.privacyLevel)) {
      return await this.end(publication, 'failed', { code: 'privacy_level_option_mismatch' });
    }
    await claim.assertHeld();
    if (!(await this.journal.initSent(publication.id))) return false;
    return await this.init(publication, credentialId, creator);
  }

  private async init(publication: Publication, credentialId: string, creator: CreatorInfo): Promise<boolean> {
    const sizeBytes = publication.sizeBytes ?? 0;
    const plan = chunkPlan(sizeBytes);
    const file = { video_size: sizeBytes, chunk_size: plan.chunkSize, total_chunk_count: plan.chunkCount };
    try {
      const started = await this.posting.initVideo(credentialId, videoPost(publication, creator), file);
      const uploadUrl = this.cipher.encrypt(started.upload_url, {
        recordId: publication.id,
        field: 'upload_url',
      });
      await this.journal.initDone(publication.id, started.publish_id, uploadUrl, plan);
      return true;
    } catch (error) {
      return await this.afterFailedInit(publication, error);
    }
  }

  private async afterFailedInit(publication: Publication, error: unknown): Promise<false> {
    if (outcomeUnknown(error))
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    if (isTransient(error)) {
      // Refused by the rate limit or never sent: nothing has begun.
      await this.journal.initNotDone(publication.id);
      const seconds = error instanceof TikTokRateLimitedError ? AFTER_RATE_LIMIT_SECONDS : undefined;
      throw new TryLaterError(`init: ${String(error)}`, seconds, { cause: error });
    }
    if (error instanceof TikTokApiError) return await this.end(publication, 'failed', error);
    throw error;
  }

  private async end({ id }: Publication, status: 'failed' | 'unknown', reason: EndReason): Promise<false> {
    await this.journal.end(id, status, reason);
    return false;
  }
}

/** What was not asked for stays off, and what the creator has switched off cannot be switched on. */
function videoPost(publication: Publication, creator: CreatorInfo) {
  return {
    title: publication.caption,
    privacy_level: publication.privacyLevel,
    disable_comment: creator.comment_disabled || !publication.allowComment,
    disable_duet: creator.duet_disabled || !publication.allowDuet,
    disable_stitch: creator.stitch_disabled || !publication.allowStitch,
    brand_content_toggle: false,
    brand_organic_toggle: false,
  };
}
