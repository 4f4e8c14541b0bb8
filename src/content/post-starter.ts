import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/index.js';
import { TryLaterError, type Claim } from '../jobs/index.js';
import { TokenCipher, type IntegrationRef } from '../integrations/index.js';
import {
  isTransient,
  outcomeUnknown,
  PostingApi,
  retryAfterSeconds,
  TikTokApiError,
  type CreatorInfo,
} from '../tiktok/index.js';
import { chunkPlan, MAX_VIDEO_BYTES, type ChunkPlan } from './chunk-plan.js';
import { PublicationJournal, type EndReason } from './publication-journal.js';
import type { Publication } from './publication.entity.js';

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
    const sizeBytes = publication.sizeBytes ?? 0;
    if (sizeBytes > MAX_VIDEO_BYTES)
      return await this.end(publication, 'failed', { code: 'video_too_large' });
    const plan = chunkPlan(sizeBytes);
    const creator = await this.creatorInfo(credentialId);
    if (!creator.privacy_level_options.includes(publication.privacyLevel)) {
      return await this.end(publication, 'failed', { code: 'privacy_level_option_mismatch' });
    }
    await claim.assertHeld();
    if (!(await this.journal.initSent(publication.id))) return false;
    return await this.init(publication, credentialId, creator, plan);
  }

  private async creatorInfo(credentialId: string): Promise<CreatorInfo> {
    const creator = await this.posting.creatorInfo(credentialId);
    if (Array.isArray(creator.privacy_level_options)) return creator;
    throw new TryLaterError('TikTok answered creator info without privacy levels');
  }

  private async init(
    publication: Publication,
    credentialId: string,
    creator: CreatorInfo,
    plan: ChunkPlan,
  ): Promise<boolean> {
    const file = {
      video_size: publication.sizeBytes ?? 0,
      chunk_size: plan.chunkSize,
      total_chunk_count: plan.chunkCount,
    };
    let started;
    try {
      started = await this.posting.initVideo(credentialId, videoPost(publication, creator), file);
    } catch (error) {
      return await this.afterFailedInit(publication, error);
    }
    const { publish_id: publishId, upload_url: uploadUrl } = started;
    if (typeof publishId !== 'string' || typeof uploadUrl !== 'string')
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    const encrypted = this.cipher.encrypt(uploadUrl, { recordId: publication.id, field: 'upload_url' });
    await this.journal.initDone(publication.id, publishId, encrypted, plan);
    return true;
  }

  private async afterFailedInit(publication: Publication, error: unknown): Promise<false> {
    if (outcomeUnknown(error))
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    if (isTransient(error)) {
      // Refused by the rate limit or never sent: nothing has begun.
      await this.journal.initNotDone(publication.id);
      throw new TryLaterError(`init: ${String(error)}`, retryAfterSeconds(error), { cause: error });
    }
    if (error instanceof TikTokApiError) return await this.end(publication, 'failed', error);
    // A rule of ours, such as a token that is not to be had, speaks before anything leaves. Of what nobody knows
    // nobody can say that: its journal line stays.
    if (error instanceof DomainError) await this.journal.initNotDone(publication.id);
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
