import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, UnavailableError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import { explainError, toHttpError, outcomeUnknown, PostingApi } from '../../tiktok/index.js';
import { PublicationJournal } from '../publishing/publication-journal.js';
import { PUBLISH_WORK } from '../publishing/publisher.js';
import type { Publication, PublicationStatus } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS } from '../post/transitions.js';
import { PublicationsService } from './publications.service.js';

/** Calls a post off: for certain before it has begun, afterwards only what TikTok still fetches, and only perhaps. */
@Injectable()
export class PublicationCancel {
  constructor(
    private readonly publications: PublicationsService,
    private readonly integrations: IntegrationsService,
    private readonly journal: PublicationJournal,
    private readonly posting: PostingApi,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Asked again, it answers how far it is. What TikTok is asked to cancel becomes `cancelled` when TikTok says so.
   * @throws ConflictError with the reason when it is too late
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
    const outcome = await this.posting.cancel(credentialId, tiktokPublishId ?? '').catch(asAnswer);
    if (outcome === 'not_cancellable') throw new ConflictError('cancel_too_late', NOT_CANCELLABLE);
    const now = this.clock.now();
    await this.orgContext.transaction((em) =>
      note(em, { id, status: 'processing' }, { cancelAskedAt: now, dueAt: now }),
    );
    await this.jobs.wake(PUBLISH_WORK, id);
  }
}

/** TikTok fetches the files itself: no upload of ours was begun. The Business API cancels nothing. */
function isPull({ status, route, tiktokPublishId, chunkSize }: Publication): boolean {
  return status === 'processing' && route !== 'business' && tiktokPublishId !== null && chunkSize === null;
}

/** @throws what the person who waits can do about it */
function asAnswer(error: unknown): never {
  if (outcomeUnknown(error))
    throw new UnavailableError(
      'tiktok_unavailable',
      'TikTok did not answer, so nobody knows whether it cancels. Ask again in a moment.',
      { cause: error },
    );
  throw toHttpError(error);
}

const NOT_CANCELLABLE = explainError('open_api', 'publish_not_cancellable').message;
const IN_THE_APP = 'TikTok has posted it: delete it in the TikTok app.';
const TOO_LATE: Partial<Record<PublicationStatus, string>> & { public: string } = {
  publishing:
    'It is being handed to TikTok, which cannot be called off. Delete it in the TikTok app afterwards.',
  processing: 'TikTok has the whole file and cannot be stopped. Delete it in the TikTok app afterwards.',
  published: IN_THE_APP,
  public: IN_THE_APP,
  in_inbox: 'The draft is in the creator’s inbox: it can be discarded in the TikTok app.',
  failed: 'It has failed already: nothing was posted, and nothing will be.',
  unknown: 'Nobody knows yet whether TikTok has posted it. Look at the account.',
  removed: 'It was posted and has been removed already.',
};
