import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, checkAll, ConflictError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { PostChecks } from '../publishing/post-checks.js';
import {
  assertInFuture,
  readRequestedTime,
  type ScheduledTime,
  type RequestedTime,
} from '../scheduling/requested-time.js';
import type { EditPublicationDto } from './dto/edit-publication.dto.js';
import { editedPost } from './edited-post.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import { Publication, type PublicationStatus } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS, type Values } from '../post/transitions.js';
import { PublicationReader } from '../post/publication-reader.js';

const EDITABLE: readonly PublicationStatus[] = ['awaiting_upload', 'ready', 'scheduled'];

/** Edits publications before they are sent. */
@Injectable()
export class PublicationEdits {
  constructor(
    private readonly publications: PublicationReader,
    private readonly checks: PostChecks,
    private readonly routing: RoutingPolicy,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * The row lock serialises edits and publishing; whichever runs first wins.
   * @throws ConflictError once publishing has begun, InvalidInputError naming the field or TikTok's rule
   */
  async edit(edit: EditPublicationDto, userId: string): Promise<Publication> {
    const seen = await this.publications.get(edit.publishId);
    const planned = this.checked(seen, edit);
    const { privacyLevel } = edit;
    const route = privacyLevel
      ? await this.routing.preview(seen.integrationId, { ...seen, privacyLevel })
      : seen.route;
    // Others are checked when they are published.
    if (seen.status === 'scheduled')
      await this.checks.assertPublishable({ ...seen, ...editedPost(seen, edit), route });
    const atOnce = await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(Publication);
      const row = await rows.findOne({ where: { id: seen.id }, lock: { mode: 'pessimistic_write' } });
      assertEditable(row?.status ?? 'cancelled', edit);
      const now = this.clock.now();
      const consent = row?.status === 'scheduled' && { consentedAt: now, consentedBy: userId };
      // The lock is on this row only. Files change only while the publication waits for uploads.
      const post = editedPost({ ...seen, ...row, media: seen.media }, edit);
      const values = { ...post, ...consent, route };
      if (planned)
        await apply(em, TRANSITIONS.reschedule, { id: seen.id }, { ...values, ...planOf(planned) });
      else if (edit.publishAt === null)
        await apply(em, TRANSITIONS.publishEarly, { id: seen.id }, { ...values, wantedAt: now, dueAt: now });
      else await note(em, { id: seen.id, status: In(EDITABLE) }, values);
      return edit.publishAt === null;
    });
    if (atOnce) await this.jobs.wake('publish', seen.id);
    return await this.publications.get(seen.id);
  }

  /** @throws InvalidInputError naming each field of the post and its time */
  private checked(seen: Publication, edit: EditPublicationDto): ScheduledTime | undefined {
    let planned: ScheduledTime | undefined;
    checkAll(
      () => {
        planned = readRequestedTime(timeOf(edit, seen));
        if (planned) assertInFuture(planned, this.clock.now());
      },
      () => editedPost(seen, edit),
    );
    return planned;
  }
}

/** The time zone stays the same unless the edit changes it. */
function timeOf({ publishAt, timeZone }: EditPublicationDto, before: Publication): RequestedTime {
  const zone = timeZone ?? (publishAt ? before.timeZone : null);
  return { publishAt, ...(zone !== null && { timeZone: zone }) };
}

function planOf(planned: ScheduledTime): Values {
  const { publishAt } = planned;
  return { ...planned, waitsFor: 'publish_at', wantedAt: publishAt, dueAt: publishAt };
}

function assertEditable(status: PublicationStatus, { publishAt }: EditPublicationDto): void {
  if (!EDITABLE.includes(status))
    throw new ConflictError('edit_too_late', TOO_LATE[status] ?? TOO_LATE.failed);
  if (publishAt !== undefined && status !== 'scheduled') {
    throw new ConflictError(
      'not_scheduled',
      'This publication is not scheduled. To schedule it, publish it with a time.',
    );
  }
}

const IN_THE_APP = 'TikTok has it. Edit it in the TikTok app.';
const TOO_LATE: Partial<Record<PublicationStatus, string>> & { failed: string } = {
  publishing: 'It is being sent to TikTok and can no longer be edited.',
  processing: 'TikTok is processing it. It can no longer be edited.',
  published: IN_THE_APP,
  public: IN_THE_APP,
  in_inbox: 'The draft is in the creator’s inbox. Edit it in the TikTok app.',
  unknown: 'We don’t know yet whether TikTok published it. Resolve that first.',
  failed: 'It has failed. Retry it, and edit the retry.',
  cancelled: 'It was cancelled. Create a new publication.',
  removed: 'It was posted and has been removed. Create a new publication.',
};
