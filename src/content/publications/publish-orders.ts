import { Injectable } from '@nestjs/common';
import { Clock, ConflictError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { isUnusable } from '../post/media-facts.js';
import { EarlierAttempts } from '../post/earlier-attempts.js';
import type { Publication } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { PublicationsService } from './publications.service.js';
import { explainError } from '../../tiktok/index.js';
import { PostChecks } from '../publishing/post-checks.js';
import { PUBLISH_WORK } from '../publishing/publisher.js';
import { formatTime } from '../scheduling/time-zone.js';
import {
  assertInFuture,
  readRequestedTime,
  type ScheduledTime,
  type RequestedTime,
} from '../scheduling/requested-time.js';

/** A person says that a post is to go, now or at a time, and thereby consents to TikTok's terms. */
@Injectable()
export class PublishOrders {
  constructor(
    private readonly publications: PublicationsService,
    private readonly earlier: EarlierAttempts,
    private readonly checks: PostChecks,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Asked again, it answers how far the post is: one publication is one post.
   * @throws ConflictError while a file is missing, when it is planned for another time, or when an earlier attempt of it is
   * at TikTok after all; InvalidInputError when TikTok would refuse it
   */
  async publish(publishId: string, wanted: RequestedTime, userId: string): Promise<Publication> {
    const planned = readRequestedTime(wanted);
    const before = await this.publications.get(publishId);
    if (before.status === 'awaiting_upload') throw uploadMissing(before);
    if (before.status !== 'ready') return asAsked(before, planned);
    if (await this.earlier.areAtTikTok(before)) throw postedAlready();
    await this.checks.assertPublishable(before);
    if (planned) assertInFuture(planned, this.clock.now());
    await this.order(before.id, planned, userId);
    return asAsked(await this.publications.get(publishId), planned);
  }

  /** Of several orders at once the first counts. */
  private async order(id: string, planned: ScheduledTime | undefined, userId: string): Promise<void> {
    const now = this.clock.now();
    const dueAt = planned?.publishAt ?? now;
    const ordered = { dueAt, wantedAt: dueAt, consentedAt: now, consentedBy: userId };
    const moved = await this.orgContext.transaction((em) =>
      planned
        ? apply(em, TRANSITIONS.schedule, { id }, { ...ordered, ...planned, waitsFor: 'publish_at' })
        : apply(em, TRANSITIONS.publishNow, { id }, ordered),
    );
    if (moved.length > 0 && !planned) await this.jobs.wake(PUBLISH_WORK, id);
  }
}

/** A second order that means another time would be lost without a word. */
function asAsked(publication: Publication, planned: ScheduledTime | undefined): Publication {
  const { status, waitsFor, publishAt, timeZone } = publication;
  if (status !== 'scheduled' || waitsFor !== 'publish_at' || !publishAt) return publication;
  if (planned?.publishAt.getTime() === publishAt.getTime()) return publication;
  throw new ConflictError(
    'scheduled_already',
    `This post is planned for ${formatTime(publishAt, timeZone)}. To change that, edit its time, or take the time away to publish it at once.`,
  );
}

function uploadMissing({ media }: Publication): ConflictError {
  const hasUnusable = media.some(({ facts, stagedFile }) => stagedFile === null && isUnusable(facts));
  return new ConflictError(
    'upload_missing',
    hasUnusable
      ? 'A file that was uploaded cannot be opened and was not kept. Send another one to its uploadUrl.'
      : 'Not all of its files have been uploaded yet: send each to its uploadUrl first.',
  );
}

function postedAlready(): ConflictError {
  return new ConflictError('posted_already', explainError('connector', 'posted_already').message);
}
