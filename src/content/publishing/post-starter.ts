import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/index.js';
import { TokenCipher, type IntegrationRef } from '../../integrations/index.js';
import { outcomeOf, TryLaterError, type Claim } from '../../jobs/index.js';
import { isTransient, outcomeUnknown, retryAfterSeconds, TikTokApiError } from '../../tiktok/index.js';
import { PublicationReader } from '../post/publication-reader.js';
import type { Publication } from '../post/publication.entity.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import type { EndReason } from '../post/post-refused.error.js';
import { PublicationJournal } from './publication-journal.js';
import { TransferJournal } from './transfer-journal.js';
import { QuotaGate } from '../quotas/quota-gate.js';
import { QuotaRefusals } from '../quotas/quota-refusals.js';
import { BusinessTarget } from './targets/business.target.js';
import { OpenApiTarget } from './targets/open-api.target.js';
import type { InitAnswer, PostTarget, PreparedPost } from './targets/post-target.js';

/** Also a process that is stopping resets the init mark: one that stays makes the outcome unknown. */
const WHILE_HELD = { signal: { aborted: false }, attempts: 0 };

/** Starts a post at TikTok: checks everything, notes init in the journal, and sends it once. */
@Injectable()
export class PostStarter {
  constructor(
    private readonly routing: RoutingPolicy,
    private readonly openApi: OpenApiTarget,
    private readonly business: BusinessTarget,
    private readonly publications: PublicationReader,
    private readonly gate: QuotaGate,
    private readonly refusals: QuotaRefusals,
    private readonly journal: PublicationJournal,
    private readonly transfers: TransferJournal,
    private readonly cipher: TokenCipher,
  ) {}

  /**
   * @returns false if the publication has ended, or waits for quota
   * @throws PostRefusedError, TryLaterError, or TikTok's refusal
   */
  async start(publication: Publication, integration: IntegrationRef, claim: Claim): Promise<boolean> {
    if (publication.initSentAt)
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    if (await this.publications.hasEarlierAttemptAtTikTok(publication))
      return await this.end(publication, 'failed', { code: 'posted_already' });
    if (!(await this.gate.hasRoom(publication, integration))) return false;
    const route = await this.routing.decide(publication.integrationId, publication);
    const target = route === 'business' ? this.business : this.openApi;
    const post = await this.prepare(target, { ...publication, route }, integration);
    await claim.assertHeld();
    if (!(await this.gate.enter(publication, integration, route))) return false;
    return await this.send(publication, integration, post);
  }

  private async prepare(
    target: PostTarget,
    publication: Publication,
    integration: IntegrationRef,
  ): Promise<PreparedPost> {
    try {
      return await target.prepare(publication, integration);
    } catch (error) {
      await this.refusals.recordFrom(error, publication, integration);
      throw error;
    }
  }

  private async send(
    publication: Publication,
    integration: IntegrationRef,
    post: PreparedPost,
  ): Promise<boolean> {
    let answer;
    try {
      answer = await post.sendInit();
    } catch (error) {
      await this.refusals.recordFrom(error, publication, integration);
      if (isChunkRefusal(error)) return await this.afterRefusedPlan(publication, post, error);
      return await this.afterFailedInit(publication, error);
    }
    return await this.save(publication, answer);
  }

  private async save(publication: Publication, { publishId, upload }: InitAnswer): Promise<boolean> {
    if (typeof publishId !== 'string' || (upload && typeof upload.url !== 'string'))
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    const { id } = publication;
    if (!upload) {
      await this.transfers.pullStarted(id, publishId);
      return true;
    }
    const url = this.cipher.encrypt(String(upload.url), { recordId: id, field: 'upload_url' });
    await this.transfers.uploadStarted(id, publishId, url, upload.plan);
    return true;
  }

  private async afterFailedInit(publication: Publication, error: unknown): Promise<false> {
    const retryable = isTransient(error);
    const outcome = outcomeOf(
      {
        error,
        step: 'init',
        retryable,
        retryAfterSeconds: retryAfterSeconds(error),
        rejected: error instanceof TikTokApiError,
        outcomeUnknown: outcomeUnknown(error),
      },
      WHILE_HELD,
    );
    if (outcome.kind === 'unknown')
      return await this.end(publication, 'unknown', { code: 'init_outcome_unknown' });
    if (outcome.kind === 'rejected' && error instanceof TikTokApiError)
      return await this.end(publication, 'failed', error);
    // Rejected by the rate limit, or never sent, as our own errors are, such as a missing token: TikTok has started nothing.
    // For unknown errors we cannot be sure, so keep the init mark.
    if (retryable || error instanceof DomainError) await this.transfers.initNotDone(publication);
    throw outcome.kind === 'retry' ? outcome.error : error;
  }

  /** TikTok has started nothing: it only rejected the chunk sizes. */
  private async afterRefusedPlan(
    publication: Publication,
    post: PreparedPost,
    error: TikTokApiError,
  ): Promise<false> {
    if (!post.hasOtherPlan) return await this.end(publication, 'failed', { code: 'chunk_sizes_refused' });
    await this.transfers.planRefused(publication);
    throw new TryLaterError(`TikTok rejected the chunk sizes: ${error.message}`, 1, { cause: error });
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

/** TikTok has no separate code for it: "The chunk size is invalid", "The total chunk count is invalid". */
function isChunkRefusal(error: unknown): error is TikTokApiError {
  return (
    error instanceof TikTokApiError &&
    /^invalid_params?$/.test(String(error.code)) &&
    /chunk/i.test(error.message)
  );
}
