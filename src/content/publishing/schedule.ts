import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Or } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { Notifier } from '../../notifications/index.js';
import { PostReferences } from '../post/post-references.js';
import { findWithMedia } from '../post/publication-reader.js';
import { Publication, WAITS_FOR_ACCOUNT } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS } from '../post/transitions.js';
import { formatTime } from '../scheduling/time-zone.js';

const HOUR_MS = 3_600_000;

/** Releases scheduled posts when they are due, and stops those that missed their time. */
@Injectable()
export class Schedule {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly notifier: Notifier,
    private readonly references: PostReferences,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a scheduled post to publishing; later edits are rejected.
   * @returns the post to publish now, or null
   */
  async release(publication: Publication): Promise<Publication | null> {
    if (this.hasMissedItsTime(publication)) {
      await this.stop(publication);
      return null;
    }
    if (publication.status === 'publishing') return publication;
    const { id } = publication;
    return await this.orgContext.transaction(async (em) => {
      const publishAt = Or(IsNull(), LessThanOrEqual(this.clock.now()));
      const released = await apply(em, TRANSITIONS.release, { id, publishAt });
      if (released.length > 0) return await findWithMedia(em, id);
      // An edit has postponed it in the meantime.
      await note(em, { id, status: 'scheduled' }, { dueAt: () => 'publish_at' });
      return null;
    });
  }

  /** True if its time passed long ago, because the service was down or the account was disconnected. */
  private hasMissedItsTime({ status, publishAt, waitsFor, failCode, initSentAt }: Publication): boolean {
    // A post that waits for quota is late on purpose, and its users see until when.
    const wasHeldUp =
      status === 'scheduled' ? waitsFor === 'publish_at' : WAITS_FOR_ACCOUNT.has(failCode ?? '');
    if (!publishAt || initSentAt || !wasHeldUp) return false;
    return this.clock.now().getTime() - publishAt.getTime() > this.config.scheduleGraceHours * HOUR_MS;
  }

  /** The post may no longer be wanted, so a user decides again. */
  private async stop({ id, status, publishAt, timeZone }: Publication): Promise<void> {
    if (!publishAt) return;
    await this.orgContext.transaction(async (em) => {
      const stopped = await apply(em, TRANSITIONS.missTime, { id, status, publishAt });
      if (stopped.length === 0) return;
      const publication = await em.getRepository(Publication).findOneByOrFail({ id });
      const { account, actionUrl, title } = await this.references.of(em, publication);
      await this.notifier.notify(em, publication.organisationId, {
        kind: 'publication_overdue',
        severity: 'warning',
        title: title('', ' missed its time'),
        detail:
          `“${publication.title}” for ${account} was scheduled for ${formatTime(publishAt, timeZone)}, but the account was ` +
          'disconnected or the service was not running. Nothing was posted. To post it now, publish it again.',
        subject: { type: 'publication', id },
        actionUrl,
        dedupeKey: `publication_overdue:${id}:${publishAt.toISOString()}`,
      });
    });
  }
}
