import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Or } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { Notifier } from '../../notifications/index.js';
import { findWithMedia } from '../post/find-with-media.js';
import { PostReferences } from '../post/post-references.js';
import { Publication, WAITS_FOR_ACCOUNT } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS } from '../post/transitions.js';
import { formatTime } from '../scheduling/time-zone.js';

const HOUR_MS = 3_600_000;

/** What becomes of a planned post when its time has come. */
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
   * Takes a planned post over for publishing; an edit that comes later is refused.
   * @returns what is to be published now, or null when nothing is
   */
  async release(publication: Publication): Promise<Publication | null> {
    if (this.isStale(publication)) {
      await this.setAside(publication);
      return null;
    }
    if (publication.status === 'publishing') return publication;
    const { id } = publication;
    return await this.orgContext.transaction(async (em) => {
      const publishAt = Or(IsNull(), LessThanOrEqual(this.clock.now()));
      const taken = await apply(em, TRANSITIONS.release, { id, publishAt });
      if (taken.length > 0) return await findWithMedia(em, id);
      // An edit has postponed it in the meantime.
      await note(em, { id, status: 'scheduled' }, { dueAt: () => 'publish_at' });
      return null;
    });
  }

  /** Planned for a time that passed long ago, because nobody ran this service or the account was disconnected. */
  private isStale({ status, publishAt, waitsFor, failCode, initSentAt }: Publication): boolean {
    // What waits for a quota is late by plan, and its people can see until when.
    const wasHeldUp =
      status === 'scheduled' ? waitsFor === 'publish_at' : WAITS_FOR_ACCOUNT.has(failCode ?? '');
    if (!publishAt || initSentAt || !wasHeldUp) return false;
    return this.clock.now().getTime() - publishAt.getTime() > this.config.scheduleGraceHours * HOUR_MS;
  }

  /** What nobody may want any more is not posted unasked: a person decides again. */
  private async setAside({ id, status, publishAt, timeZone }: Publication): Promise<void> {
    if (!publishAt) return;
    await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(Publication);
      const moved = await apply(em, TRANSITIONS.missTime, { id, status, publishAt });
      if (moved.length === 0) return;
      const publication = await rows.findOneByOrFail({ id });
      const { account, actionUrl, title } = await this.references.of(em, publication);
      await this.notifier.notify(em, publication.organisationId, {
        kind: 'publication_overdue',
        severity: 'warning',
        title: title('', ' missed its time'),
        detail:
          `“${publication.title}” for ${account} was planned for ${formatTime(publishAt, timeZone)}, and either the account was ` +
          `disconnected or this service did not run. Nothing was posted. Publish it again if it is still wanted.`,
        subject: { type: 'publication', id },
        actionUrl,
        dedupeKey: `publication_overdue:${id}:${publishAt.toISOString()}`,
      });
    });
  }
}
