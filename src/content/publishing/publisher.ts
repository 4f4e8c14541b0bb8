import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { IntegrationsService, ReconnectNeededError, TokenUnreadableError } from '../../integrations/index.js';
import { Jobs, LeaseLostError, NotYetError, type Claim } from '../../jobs/index.js';
import type { PostStatus } from '../../tiktok/index.js';
import { pollSecondsOf } from './poll-schedule.js';
import { hasEverything, newsOfStatus } from './post-news.js';
import { PostStarter } from './post-starter.js';
import { PostStatusReader } from './post-status-reader.js';
import type { EndReason } from '../post/post-refused.error.js';
import { PublicationJournal } from './publication-journal.js';
import { videoOf, type Publication } from '../post/publication.entity.js';
import { asTryLater, isHeldBack, mayPass, refusalIn } from './publish-trouble.js';
import { reachOf, verdictOn } from './publish-verdict.js';
import { TransferJournal } from './transfer-journal.js';
import { Schedule } from './schedule.js';
import { UnknownSettler } from './unknown-settler.js';
import { VideoTransfer } from './video-transfer.js';

/** The work of publishing: wakes for a publication's id. */
export const PUBLISH_WORK = 'publish';
// With the backoff of src/jobs these are about half an hour.
const MAX_ATTEMPTS = 13;
const ELSEWHERE_SECONDS = 5;
/** TikTok takes bytes for an hour after init: what is missing then never comes. */
const UPLOAD_LASTS_MS = 3_600_000;

/** Takes a publication one step further, from wherever its journal says it stands. */
@Injectable()
export class Publisher implements OnModuleInit {
  private readonly logger = new Logger(Publisher.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly journal: PublicationJournal,
    private readonly transfers: TransferJournal,
    private readonly schedule: Schedule,
    private readonly integrations: IntegrationsService,
    private readonly starter: PostStarter,
    private readonly transfer: VideoTransfer,
    private readonly statuses: PostStatusReader,
    private readonly settler: UnknownSettler,
    private readonly clock: Clock,
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
      if (publication.status === 'scheduled' || publication.status === 'publishing')
        await this.publish(publication, claim);
      else if (publication.status === 'unknown') await this.settler.settle(publication);
      else if (publication.status === 'processing' || this.isPolled(publication))
        await this.poll(publication);
      else await this.journal.rest(publication.id);
    } catch (error) {
      await this.settle(publication, claim, error);
    }
  }

  private async publish(planned: Publication, claim: Claim): Promise<void> {
    const publication = await this.schedule.release(planned);
    if (!publication) return;
    const integration = await this.integrations.get(publication.integrationId);
    if (!publication.tiktokPublishId && !(await this.starter.start(publication, integration, claim))) return;
    const started = await this.journal.find(publication.id);
    if (started?.status === 'publishing') await this.transfer.run(started, claim);
  }

  private async poll(publication: Publication): Promise<void> {
    const { id, tiktokPublishId } = publication;
    const answer = await this.statuses.read(publication);
    if (this.neverComes(publication, answer))
      return await this.journal.end(publication, 'failed', { code: 'transfer_incomplete' });
    const after = await this.journal.news(id, newsOfStatus(answer), { polled: true, tiktokPublishId });
    if (after?.status === 'processing' && !after.dueAt) {
      await this.journal.end(publication, 'unknown', { code: 'processing_outcome_unknown' });
    }
  }

  /** TikTok did not confirm the last chunk, still lacks it, and takes none any more. */
  private neverComes(publication: Publication, answer: PostStatus): boolean {
    const { uploadedBytes, initSentAt } = publication;
    const { sizeBytes } = videoOf(publication);
    const unconfirmed = uploadedBytes < (sizeBytes ?? 0) && typeof answer.uploaded_bytes === 'number';
    const age = this.clock.now().getTime() - (initSentAt?.getTime() ?? Infinity);
    return unconfirmed && age > UPLOAD_LASTS_MS && !hasEverything(answer, sizeBytes);
  }

  /** A refusal ends the step at once; everything else is tried again, and none of it without end. */
  private async settle({ id }: Publication, claim: Claim, error: unknown): Promise<void> {
    // Whoever has the row next goes on.
    if (claim.signal.aborted || error instanceof LeaseLostError) throw error;
    // It may have slept so long that somebody has it already: then its trouble is of the past.
    await claim.assertHeld();
    // The next to claim it may be the process that has the account's key.
    if (error instanceof TokenUnreadableError && error.heldElsewhere)
      throw new NotYetError('another process holds the key of this account', ELSEWHERE_SECONDS);
    // Nothing is lost by waiting: it goes on when the account is connected again, or its key is back.
    if (error instanceof ReconnectNeededError || error instanceof TokenUnreadableError)
      return await this.journal.waitForReconnect(id, error);
    // As it stands now: this very step, or a webhook meanwhile, has taken it further.
    const publication = await this.journal.find(id);
    if (!publication) return;
    const refusal = refusalIn(error);
    if (!refusal && this.isTriedAgain(publication, claim, error)) throw asTryLater(error);
    const known = refusal ?? (mayPass(error) ? { code: 'tiktok_unreachable' } : undefined);
    if (!known) this.logger.error(error);
    await this.conclude(publication, known ?? { code: 'internal_fault' });
  }

  private isTriedAgain(publication: Publication, claim: Claim, error: unknown): boolean {
    if (publication.status === 'publishing' || !mayPass(error))
      return claim.attempts < MAX_ATTEMPTS || isHeldBack(error);
    // Asking costs nothing, and a TikTok that is down for hours may still have posted it.
    return this.isPolled(publication);
  }

  private async conclude(publication: Publication, reason: EndReason): Promise<void> {
    const verdict = verdictOn(reachOf(publication), reason);
    if (verdict.kind === 'end') await this.journal.end(publication, verdict.status, verdict.reason);
    else if (verdict.kind === 'ask') await this.transfers.perhapsTransferred(publication);
    else await this.journal.rest(publication.id);
  }

  private isPolled(publication: Publication): boolean {
    return pollSecondsOf(publication, this.clock.now()) !== undefined;
  }
}
