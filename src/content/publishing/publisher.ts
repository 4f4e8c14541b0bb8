import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { IntegrationsService, ReconnectNeededError, TokenUnreadableError } from '../../integrations/index.js';
import { LeaseLostError, NotYetError, outcomeOf, WorkHandler, type Claim } from '../../jobs/index.js';
import { retryAfterSeconds, type PostStatus } from '../../tiktok/index.js';
import type { EndReason } from '../post/post-refused.error.js';
import { PublicationReader } from '../post/publication-reader.js';
import { videoOf, type Publication } from '../post/publication.entity.js';
import { OutcomeReconciler } from './outcome-reconciler.js';
import { PostStarter } from './post-starter.js';
import { PublicationJournal } from './publication-journal.js';
import { isRetryable, rejectionOf } from './publish-errors.js';
import { reachOf, verdictOn } from './publish-verdict.js';
import { Schedule } from './schedule.js';
import { hasAllBytes, pollSecondsOf, StatusReader, updateFromStatus } from './status-poll.js';
import { TransferJournal } from './transfer-journal.js';
import { VideoTransfer } from './video-transfer.js';

// About half an hour with the backoff of src/jobs.
const MAX_ATTEMPTS = 13;
const ELSEWHERE_SECONDS = 5;
/** TikTok accepts bytes for an hour after init. What is missing then never arrives. */
const UPLOAD_LASTS_MS = 3_600_000;

/** Takes a publication one step further, from wherever its journal says it is. */
@Injectable()
export class Publisher {
  private readonly logger = new Logger(Publisher.name);

  constructor(
    private readonly publications: PublicationReader,
    private readonly journal: PublicationJournal,
    private readonly transfers: TransferJournal,
    private readonly schedule: Schedule,
    private readonly integrations: IntegrationsService,
    private readonly starter: PostStarter,
    private readonly transfer: VideoTransfer,
    private readonly statuses: StatusReader,
    private readonly reconciler: OutcomeReconciler,
    private readonly clock: Clock,
  ) {}

  /** The job is woken for a publication's id. */
  @WorkHandler('publish')
  async advance(claim: Claim): Promise<void> {
    const publication = await this.publications.find(claim.id);
    if (!publication) return;
    try {
      await this.step(publication, claim);
    } catch (error) {
      await this.handleFailure(publication, claim, error);
    }
  }

  private async step(publication: Publication, claim: Claim): Promise<void> {
    const { id, status } = publication;
    if (status === 'scheduled' || status === 'publishing') await this.publish(publication, claim);
    else if (status === 'unknown') await this.reconciler.reconcile(publication);
    else if (status === 'processing' || this.isPolled(publication)) await this.poll(publication);
    else await this.journal.rest(id);
  }

  private async publish(planned: Publication, claim: Claim): Promise<void> {
    // Without a time it can neither be early nor late.
    const isAtOnce = planned.status === 'publishing' && !planned.publishAt;
    const publication = isAtOnce ? planned : await this.schedule.release(planned);
    if (!publication) return;
    const integration = await this.integrations.get(publication.integrationId);
    if (!publication.tiktokPublishId && !(await this.starter.start(publication, integration, claim))) return;
    const started = await this.publications.find(publication.id);
    if (started?.status === 'publishing') await this.transfer.run(started, claim);
  }

  private async poll(publication: Publication): Promise<void> {
    const { id, tiktokPublishId } = publication;
    const answer = await this.statuses.read(publication);
    if (this.isStuck(publication, answer))
      return await this.journal.end(publication, 'failed', { code: 'transfer_incomplete' });
    const after = await this.journal.update(id, updateFromStatus(answer), { polled: true, tiktokPublishId });
    if (after?.status === 'processing' && !after.dueAt)
      await this.journal.end(publication, 'unknown', { code: 'processing_outcome_unknown' });
  }

  /** True if TikTok did not confirm the last chunk, still lacks it, and no longer accepts it. */
  private isStuck(publication: Publication, answer: PostStatus): boolean {
    const { uploadedBytes, initSentAt } = publication;
    const { sizeBytes } = videoOf(publication);
    const unconfirmed = uploadedBytes < (sizeBytes ?? 0) && typeof answer.uploaded_bytes === 'number';
    const age = this.clock.now().getTime() - (initSentAt?.getTime() ?? Infinity);
    return unconfirmed && age > UPLOAD_LASTS_MS && !hasAllBytes(answer, sizeBytes);
  }

  /** A rejection ends the step at once. Everything else is retried, but not forever. */
  private async handleFailure({ id }: Publication, claim: Claim, error: unknown): Promise<void> {
    // The next process to claim the row continues.
    if (claim.signal.aborted || error instanceof LeaseLostError) throw error;
    // After a long suspension another process may have the row. Then this error is outdated.
    await claim.assertHeld();
    // The next process to claim it may have the key.
    if (error instanceof TokenUnreadableError && error.heldElsewhere)
      throw new NotYetError('another process holds the key of this account', ELSEWHERE_SECONDS);
    // Waiting loses nothing: it continues when the account is reconnected, or its key is back.
    if (error instanceof ReconnectNeededError || error instanceof TokenUnreadableError)
      return await this.journal.waitForReconnect(id, error);
    // Read it again: this step, or a webhook in the meantime, may have taken it further.
    const publication = await this.publications.find(id);
    if (!publication) return;
    const rejection = rejectionOf(error);
    const failure = {
      error,
      retryable: isRetryable(error),
      retryAfterSeconds: retryAfterSeconds(error),
      rejected: rejection !== undefined,
    };
    const outcome = outcomeOf(failure, claim, { maxAttempts: this.maxAttempts(publication, failure) });
    if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
    const isFault = outcome.kind === 'exhausted' && outcome.isFault;
    if (isFault) this.logger.error(error);
    await this.conclude(
      publication,
      rejection ?? { code: isFault ? 'internal_fault' : 'tiktok_unreachable' },
    );
  }

  private maxAttempts(publication: Publication, { retryable }: { retryable: boolean }): number {
    if (publication.status === 'publishing' || !retryable) return MAX_ATTEMPTS;
    // Asking costs nothing, and a TikTok that is down for hours may still have posted it.
    return this.isPolled(publication) ? Infinity : 0;
  }

  private async conclude(publication: Publication, reason: EndReason): Promise<void> {
    const verdict = verdictOn(reachOf(publication), reason);
    if (verdict.kind === 'end') await this.journal.end(publication, verdict.status, verdict.reason);
    else if (verdict.kind === 'ask') await this.transfers.maybeTransferred(publication);
    else await this.journal.rest(publication.id);
  }

  private isPolled(publication: Publication): boolean {
    return pollSecondsOf(publication, this.clock.now()) !== undefined;
  }
}
