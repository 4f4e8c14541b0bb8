import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, UnavailableError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import { explainError, toHttpError, outcomeUnknown, PostingApi } from '../../tiktok/index.js';
import { PublicationJournal } from '../publishing/publication-journal.js';
import type { Publication, PublicationStatus } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS } from '../post/transitions.js';
import { PublicationReader } from '../post/publication-reader.js';

/** Cancels posts: for certain before init is sent, afterwards only while TikTok fetches the files, if TikTok still can. */
@Injectable()
export class PublicationCancel {
  constructor(
    private readonly publications: PublicationReader,
    private readonly integrations: IntegrationsService,
    private readonly journal: PublicationJournal,
    private readonly posting: PostingApi,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Called again, it returns the current state. What TikTok is asked to cancel becomes `cancelled` when TikTok reports it.
   * @throws ConflictError with the reason if it is too late
   */
  async cancel(publishId: string): Promise<Publication> {
    const { id } = await this.publications.get(publishId);
    const cancelled = await this.orgContext.transaction((em) => apply(em, TRANSITIONS.cancel, { id }));
    if (cancelled.length === 1) await this.journal.rest(id);
    const publication = await this.publications.get(id);
    const { status, cancelAskedAt } = publication;
    if (status === 'cancelled' || (cancelAskedAt && status === 'processing')) return publication;
    if (!isPull(publication)) throw new ConflictError('cancel_too_late', TOO_LATE[status] ?? TOO_LATE.public);
    await this.cancelPull(publication);
    return await this.publications.get(id);
  }

  private async cancelPull({ id, integrationId, tiktokPublishId }: Publication): Promise<void> {
    const { credentialId } = await this.integrations.get(integrationId);
    const outcome = await this.posting.cancel(credentialId, tiktokPublishId ?? '').catch(asUserError);
    if (outcome === 'not_cancellable') throw new ConflictError('cancel_too_late', NOT_CANCELLABLE);
    const now = this.clock.now();
    await this.orgContext.transaction((em) =>
      note(em, { id, status: 'processing' }, { cancelAskedAt: now, dueAt: now }),
    );
    await this.jobs.wake('publish', id);
  }
}

/** True if TikTok fetches the files itself. The Business API cannot cancel. */
function isPull({ status, route, tiktokPublishId, chunkSize }: Publication): boolean {
  return status === 'processing' && route !== 'business' && tiktokPublishId !== null && chunkSize === null;
}

/** @throws an error with advice for the waiting user */
function asUserError(error: unknown): never {
  if (outcomeUnknown(error))
    throw new UnavailableError(
      'tiktok_unavailable',
      "TikTok didn't respond, so the cancellation isn't confirmed. Try again shortly.",
      { cause: error },
    );
  throw toHttpError(error);
}

const NOT_CANCELLABLE = explainError('open_api', 'publish_not_cancellable').message;
const IN_THE_APP = 'TikTok has posted it. Delete it in the TikTok app.';
const TOO_LATE: Partial<Record<PublicationStatus, string>> & { public: string } = {
  publishing:
    'It is being sent to TikTok and can no longer be cancelled. Delete it in the TikTok app once it is posted.',
  processing:
    'TikTok has all files and can no longer cancel it. Delete it in the TikTok app once it is posted.',
  published: IN_THE_APP,
  public: IN_THE_APP,
  in_inbox: 'The draft is in the creator’s inbox. Discard it in the TikTok app.',
  failed: 'It has failed already. Nothing was posted.',
  unknown: 'We don’t know yet whether TikTok published it. Check the account.',
  removed: 'It was posted and has already been removed.',
};
