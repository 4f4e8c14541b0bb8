import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, checkAll, ConflictError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { PUBLISH_WORK } from '../publishing/publisher.js';
import { PostChecks } from '../publishing/post-checks.js';
import {
  assertInFuture,
  readRequestedTime,
  type ScheduledTime,
  type RequestedTime,
} from '../scheduling/requested-time.js';
import type { EditPublicationDto } from './dto/edit-publication.dto.js';
import { editedPost } from './edited-post.js';
import { PostRoutes } from '../post/post-routes.js';
import { Publication, type PublicationStatus } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS, type Values } from '../post/transitions.js';
import { PublicationsService } from './publications.service.js';

const EDITABLE: readonly PublicationStatus[] = ['awaiting_upload', 'ready', 'scheduled'];

/** Changes to a post that has not begun. */
@Injectable()
export class PublicationEdits {
  constructor(
    private readonly publications: PublicationsService,
    private readonly checks: PostChecks,
    private readonly routes: PostRoutes,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Of an edit and the post's beginning the first wins: the row's lock decides.
   * @throws ConflictError once it has begun, InvalidInputError naming the field or what TikTok would refuse
   */
  async edit(edit: EditPublicationDto, userId: string): Promise<Publication> {
    const seen = await this.publications.get(edit.publishId);
    const planned = this.checked(seen, edit);
    const { privacyLevel } = edit;
    const route = privacyLevel
      ? await this.routes.foresee(seen.integrationId, { ...seen, privacyLevel })
      : seen.route;
    // What nobody has published yet is checked when somebody does.
    if (seen.status === 'scheduled')
      await this.checks.assertPublishable({ ...seen, ...editedPost(seen, edit), route });
    const atOnce = await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(Publication);
      const row = await rows.findOne({ where: { id: seen.id }, lock: { mode: 'pessimistic_write' } });
      assertEditable(row?.status ?? 'cancelled', edit);
      const now = this.clock.now();
      const consent = row?.status === 'scheduled' && { consentedAt: now, consentedBy: userId };
      // The lock is on this row only; its files change only while it waits for them.
      const post = editedPost({ ...seen, ...row, media: seen.media }, edit);
      const values = { ...post, ...consent, route };
      if (planned)
        await apply(em, TRANSITIONS.reschedule, { id: seen.id }, { ...values, ...planOf(planned) });
      else if (edit.publishAt === null)
        await apply(em, TRANSITIONS.publishEarly, { id: seen.id }, { ...values, wantedAt: now, dueAt: now });
      else await note(em, { id: seen.id, status: In(EDITABLE) }, values);
      return edit.publishAt === null;
    });
    if (atOnce) await this.jobs.wake(PUBLISH_WORK, seen.id);
    return await this.publications.get(seen.id);
  }

  /** @throws InvalidInputError naming each field, whether of the post or of its time */
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

/** The clocks that people think in stay the same until they say otherwise. */
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
      'This post has no time yet. Publish it, and give the time then.',
    );
  }
}

const IN_THE_APP = 'TikTok has it, and takes changes only in the TikTok app.';
const TOO_LATE: Partial<Record<PublicationStatus, string>> & { failed: string } = {
  publishing: 'It is on its way to TikTok, which takes no changes any more.',
  processing: 'TikTok has it and is processing it: it takes no changes any more.',
  published: IN_THE_APP,
  public: IN_THE_APP,
  in_inbox: 'The draft is in the creator’s inbox, where it is finished in the TikTok app.',
  unknown: 'Nobody knows yet whether TikTok has posted it. Settle that first.',
  failed: 'It has failed. Retry it, and change the new attempt.',
  cancelled: 'It was cancelled: begin a new one.',
  removed: 'It was posted and has been removed: begin a new one.',
};
