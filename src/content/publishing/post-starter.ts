import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/index.js';
import { TokenCipher, type IntegrationRef } from '../../integrations/index.js';
import { TryLaterError, type Claim } from '../../jobs/index.js';
import { isTransient, outcomeUnknown, retryAfterSeconds, TikTokApiError } from '../../tiktok/index.js';
import { EarlierAttempts } from '../post/earlier-attempts.js';
import type { Publication } from '../post/publication.entity.js';
import type { EndReason } from '../post/post-refused.error.js';
import { PublicationJournal } from './publication-journal.js';
import { TransferJournal } from './transfer-journal.js';
import { QuotaGate } from '../quotas/quota-gate.js';
import { QuotaRefusals } from '../quotas/quota-refusals.js';
import type { BegunPost, PreparedPost } from './targets/post-way.js';
import { PostWays } from './targets/post-ways.js';

/** Begins a post at TikTok: everything is checked, the journal says so, and init is sent once. */
@Injectable()
export class PostStarter {
  constructor(
    private readonly ways: PostWays,
    private readonly earlier: EarlierAttempts,
    private readonly gate: QuotaGate,
    private readonly refusals: QuotaRefusals,
    private readonly journal: PublicationJournal,
    private readonly transfers: TransferJournal,
    private readonly cipher: TokenCipher,
  ) {}

  /**
   * @returns whether TikTok has begun it; false when the publication has ended, or waits for room
   * @throws PostRefusedError, TryLaterError, or what TikTok was asked for and refused
   */
  async start(publication: Publication, integration: IntegrationRef, claim: Claim): Promise<boolean> {
    if (publication.initSentAt)
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    if (await this.earlier.areAtTikTok(publication))
      return await this.end(publication, 'failed', { code: 'posted_already' });
    if (!(await this.gate.hasRoom(publication, integration))) return false;
    const watch = <T>(call: () => Promise<T>) => this.refusals.watch(publication, integration, call);
    const post = await watch(() => this.ways.prepare(publication, integration));
    await claim.assertHeld();
    if (!(await this.gate.enter(publication, integration, post.route))) return false;
    return await this.begin(publication, { ...post, begin: () => watch(() => post.begin()) });
  }

  private async begin(publication: Publication, post: PreparedPost): Promise<boolean> {
    let begun;
    try {
      begun = await post.begin();
    } catch (error) {
      if (isChunkRefusal(error)) return await this.afterRefusedPlan(publication, post, error);
      return await this.afterFailedInit(publication, error);
    }
    return await this.save(publication, begun);
  }

  private async save(publication: Publication, { publishId, upload }: BegunPost): Promise<boolean> {
    if (typeof publishId !== 'string' || (upload && typeof upload.url !== 'string'))
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    const { id } = publication;
    if (!upload) {
      await this.transfers.pullBegun(id, publishId);
      return true;
    }
    const url = this.cipher.encrypt(String(upload.url), { recordId: id, field: 'upload_url' });
    await this.transfers.uploadBegun(id, publishId, url, upload.plan);
    return true;
  }

  private async afterFailedInit(publication: Publication, error: unknown): Promise<false> {
    if (outcomeUnknown(error))
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    if (isTransient(error)) {
      // Refused by the rate limit or never sent: nothing has begun.
      await this.transfers.initNotDone(publication);
      throw new TryLaterError(`init: ${String(error)}`, retryAfterSeconds(error), { cause: error });
    }
    if (error instanceof TikTokApiError) return await this.end(publication, 'failed', error);
    // A rule of ours, such as a token that is not to be had, speaks before anything leaves. Of what nobody knows
    // nobody can say that: its journal line stays.
    if (error instanceof DomainError) await this.transfers.initNotDone(publication);
    throw error;
  }

  /** Nothing has begun: TikTok only does not like how the file would be cut. */
  private async afterRefusedPlan(
    publication: Publication,
    post: PreparedPost,
    error: TikTokApiError,
  ): Promise<false> {
    if (!post.hasOtherPlan) return await this.end(publication, 'failed', { code: 'chunk_sizes_refused' });
    await this.transfers.planRefused(publication);
    throw new TryLaterError(`TikTok refused how the file is cut: ${error.message}`, 1, { cause: error });
  }

  private async end(
    publication: Publication,
    status: 'failed' | 'unknown',
    reason: EndReason,
  ): Promise<false> {
    await this.journal.end(publication, status, reason);
    return false;
  }
}

/** TikTok has no code of its own for it: "The chunk size is invalid", "The total chunk count is invalid". */
function isChunkRefusal(error: unknown): error is TikTokApiError {
  return (
    error instanceof TikTokApiError &&
    /^invalid_params?$/.test(String(error.code)) &&
    /chunk/i.test(error.message)
  );
}
