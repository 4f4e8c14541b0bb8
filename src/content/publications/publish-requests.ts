import { Injectable } from '@nestjs/common';
import { Clock, ConflictError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { isUnusable } from '../rules/damage-rules.js';
import type { Publication } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { PublicationReader } from '../post/publication-reader.js';
import { explainError } from '../../tiktok/index.js';
import { PostChecks } from '../publishing/post-checks.js';
import { formatTime } from '../scheduling/time-zone.js';
import {
  assertInFuture,
  readRequestedTime,
  type ScheduledTime,
  type RequestedTime,
} from '../scheduling/requested-time.js';

/** Takes requests to publish, now or at a time. Each records the user's consent to TikTok's terms. */
@Injectable()
export class PublishRequests {
  constructor(
    private readonly publications: PublicationReader,
    private readonly checks: PostChecks,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Called again, it returns the current state: one publication is one post.
   * @throws ConflictError if a file is missing, the post is scheduled for another time, or an earlier attempt was posted;
   * InvalidInputError if TikTok would refuse the post
   */
  async publish(publishId: string, wanted: RequestedTime, userId: string): Promise<Publication> {
    const planned = readRequestedTime(wanted);
    const before = await this.publications.get(publishId);
    if (before.status === 'awaiting_upload') throw uploadMissing(before);
    if (before.status !== 'ready') return asRequested(before, planned);
    if (await this.publications.hasEarlierAttemptAtTikTok(before)) throw postedAlready();
    await this.checks.assertPublishable(before);
    if (planned) assertInFuture(planned, this.clock.now());
    await this.request(before.id, planned, userId);
    return asRequested(await this.publications.get(publishId), planned);
  }

  /** The first of several simultaneous requests wins. */
  private async request(id: string, planned: ScheduledTime | undefined, userId: string): Promise<void> {
    const now = this.clock.now();
    const dueAt = planned?.publishAt ?? now;
    const requested = { dueAt, wantedAt: dueAt, consentedAt: now, consentedBy: userId };
    const moved = await this.orgContext.transaction((em) =>
      planned
        ? apply(em, TRANSITIONS.schedule, { id }, { ...requested, ...planned, waitsFor: 'publish_at' })
        : apply(em, TRANSITIONS.publishNow, { id }, requested),
    );
    if (moved.length > 0 && !planned) await this.jobs.wake('publish', id);
  }
}

/** Rejects a second request for another time, which would otherwise be ignored silently. */
function asRequested(publication: Publication, planned: ScheduledTime | undefined): Publication {
  const { status, waitsFor, publishAt, timeZone } = publication;
  if (status !== 'scheduled' || waitsFor !== 'publish_at' || !publishAt) return publication;
  if (planned?.publishAt.getTime() === publishAt.getTime()) return publication;
  throw new ConflictError(
    'scheduled_already',
    `This publication is scheduled for ${formatTime(publishAt, timeZone)}. To change that, edit its time; to publish it now, edit publishAt to null.`,
  );
}

function uploadMissing({ media }: Publication): ConflictError {
  const hasUnusable = media.some(({ facts, stagedFile }) => stagedFile === null && isUnusable(facts));
  return new ConflictError(
    'upload_missing',
    hasUnusable
      ? 'An uploaded file could not be opened and was not kept. Send another file to its uploadUrl.'
      : 'Some files are not uploaded yet. Send each to its uploadUrl, then publish.',
  );
}

function postedAlready(): ConflictError {
  return new ConflictError('posted_already', explainError('connector', 'posted_already').message);
}
