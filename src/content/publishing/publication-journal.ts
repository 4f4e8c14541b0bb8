import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock, noteFacts } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { ErrorExplainer } from '../../tiktok/index.js';
import { FailureNotice } from './failure-notice.js';
import { sameFilesMayWork } from './kept-files.js';
import { pollSecondsOf } from './poll-schedule.js';
import { findWithMedia } from '../post/find-with-media.js';
import type { EndReason } from '../post/post-refused.error.js';
import { reducePost, type PostNews, type PostState } from '../post/publication-reducer.js';
import { apply, note, reported, TRANSITIONS } from '../post/transitions.js';
import { UnknownNotice } from './unknown-notice.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { OVER, Publication, type PublicationStatus, type SettledBy } from '../post/publication.entity.js';
import { QuotaRefusals } from '../quotas/quota-refusals.js';
import { StagingStore } from '../uploads/staging/staging-store.js';

/** A verdict of ours is about these only: whatever TikTok has told meanwhile is worth more. */
const OPEN: PublicationStatus[] = ['publishing', 'processing'];
// Whoever connects the account again wakes the row. Should that be missed, nothing waits for ever.
const RECONNECT_CHECK_SECONDS = 3_600;
const FIRST_UNKNOWN_CHECK_SECONDS = 30;

export interface NewsOrigin {
  /** Asked for, and not told unasked. */
  polled: boolean;
  settledBy?: SettledBy;
  /** Which upload it is about: what is told of one that was given up says nothing of the next. */
  tiktokPublishId?: string | null;
}

/** How publications go on and end, each step in a transaction of its own. Their transfer is in `TransferJournal`. */
@Injectable()
export class PublicationJournal {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly failures: FailureNotice,
    private readonly errors: ErrorExplainer,
    private readonly unknown: UnknownNotice,
    private readonly refusals: QuotaRefusals,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** With its media. */
  async find(id: string): Promise<Publication | null> {
    return await this.orgContext.transaction((em) => findWithMedia(em, id));
  }

  /**
   * The end, by our own verdict. `unknown` when nobody can tell whether TikTok has posted it.
   * @param publication what the verdict is about: of another upload of the same post it says nothing
   */
  async end(
    { id, tiktokPublishId }: Pick<Publication, 'id' | 'tiktokPublishId'>,
    status: 'failed' | 'unknown',
    reason: EndReason,
  ): Promise<void> {
    const failCode = String(reason.code);
    // An error's message is for the log. Its code has the message for users.
    const own = reason instanceof Error ? undefined : reason.message;
    const failReason = own ?? this.errors.explain(reason).message;
    // Of what nobody knows TikTok is asked again, for a while.
    const dueAt = this.clock.inSeconds(FIRST_UNKNOWN_CHECK_SECONDS);
    await this.orgContext.transaction(async (em) => {
      const which = { id, tiktokPublishId: tiktokPublishId ?? IsNull() };
      const why = { failCode, failReason };
      const moved =
        status === 'failed'
          ? await apply(em, TRANSITIONS.fail, which, {
              ...why,
              keepFilesUntil: this.keepFilesUntil(failCode),
            })
          : await apply(em, TRANSITIONS.loseTrack, which, { ...why, dueAt });
      if (moved.length === 0) return;
      if (status === 'unknown') await this.unknown.tell(em, id, failReason);
      else
        await this.failures.tell(em, await em.getRepository(Publication).findOneByOrFail({ id }), {
          failCode,
          reason: failReason,
        });
    });
    await this.dropStagedFiles(id);
  }

  /** Nobody knows yet, and TikTok is asked again later: less and less often, and not for ever. */
  async stillUnknown(publication: Publication): Promise<void> {
    const polls = publication.polls + 1;
    const seconds = pollSecondsOf({ ...publication, polls }, this.clock.now());
    const dueAt = seconds === undefined ? null : this.clock.inSeconds(seconds);
    await this.orgContext.transaction((em) =>
      note(em, { id: publication.id, status: 'unknown' }, { polls, dueAt }),
    );
  }

  /** Nothing more is to be asked of TikTok: what is known stays, and the bytes go. */
  async rest(id: string): Promise<void> {
    await this.orgContext.transaction((em) => note(em, { id, status: Not(In(OPEN)) }, { dueAt: null }));
    await this.dropStagedFiles(id);
  }

  /** Stays where it is, and says why, until the account is connected again. */
  async waitForReconnect(id: string, { code, message }: { code: string; message: string }): Promise<void> {
    const dueAt = this.clock.inSeconds(RECONNECT_CHECK_SECONDS);
    const waits = await this.orgContext.transaction((em) =>
      note(em, { id, status: In(OPEN) }, { failCode: code, failReason: message, dueAt }),
    );
    // A post that is there misses nothing but its id.
    if (!waits) await this.rest(id);
  }

  /** What a poll or a webhook brought: both go through one reducer, so their order and repetition do not matter. */
  async news(
    id: string,
    news: PostNews,
    { polled, settledBy = 'status', tiktokPublishId }: NewsOrigin,
  ): Promise<Publication | null> {
    const [before, after] = await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(Publication);
      const where = { id, ...(tiktokPublishId && { tiktokPublishId }) };
      const row = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
      if (!row) return [null, null];
      const state = reducePost(row, news);
      // An old reason keeps its sentence: repeated news are nothing new to explain, or to count.
      const failReason = state.failCode === row.failCode ? row.failReason : this.newReason(state.failCode);
      const settled = row.status === 'unknown' && state.status !== 'unknown' && { settledBy };
      const changed = { ...row, ...state, failReason, polls: polled ? row.polls + 1 : row.polls, ...settled };
      const failCode = state.failCode ?? '';
      if (state.status === 'failed' && row.status !== 'failed')
        changed.keepFilesUntil = this.keepFilesUntil(failCode);
      if (isSurprise(row, state))
        await this.failures.tell(em, changed, { failCode, reason: failReason ?? '' });
      if (OVER.has(changed.status)) await this.unknown.resolve(em, changed);
      changed.dueAt = this.nextDue(row, changed);
      await write(em, row, changed);
      return [row, changed];
    });
    if (after) {
      const { status: publicationStatus, failCode } = after;
      noteFacts({ publicationId: id, publicationStatus, ...(failCode && { failCode }) });
    }
    // A transfer may be reading the file: it is dropped when the row is looked at next, which is after the transfer.
    if (after && before?.status !== 'publishing') await this.dropStagedFiles(id);
    if (after?.status === 'failed' && before?.status !== 'failed') await this.refusals.recordLate(after);
    return after;
  }

  /** Of what may be tried again as it is. */
  private keepFilesUntil(failCode: string): Date | null {
    const { keepFailedHours } = this.config.uploads;
    if (keepFailedHours === 0 || !sameFilesMayWork(failCode)) return null;
    return this.clock.inSeconds(keepFailedHours * 3_600);
  }

  private newReason(failCode: string | null): string | null {
    return failCode && this.errors.explain({ family: 'fail_reason', code: failCode }).message;
  }

  private nextDue(before: Publication, after: Publication): Date | null {
    // Still transferring: the transfer decides.
    if (after.status === 'publishing') return after.dueAt;
    if (before.status === 'publishing') return this.clock.now();
    // Found without TikTok's name for it: there is nothing to ask by.
    if (!after.tiktokPublishId) return null;
    const seconds = pollSecondsOf(after, this.clock.now());
    return seconds === undefined ? null : this.clock.inSeconds(seconds);
  }

  private async dropStagedFiles(id: string): Promise<void> {
    const row = await this.find(id);
    if (!row || !OVER.has(row.status)) return;
    // The janitor removes them afterwards.
    if (row.status === 'failed' && row.keepFilesUntil) return;
    const staged = row.media.flatMap(({ stagedFile }) => stagedFile ?? []);
    if (staged.length === 0) return;
    for (const file of staged) await this.staging.remove(file);
    await this.orgContext.transaction((em) =>
      em.getRepository(PublicationMedia).update({ publicationId: id }, { stagedFile: null }),
    );
  }
}

async function write(em: EntityManager, before: Publication, after: Publication): Promise<void> {
  const { id, postIds, failCode, failReason, visibilityAt, polls, settledBy, keepFilesUntil, dueAt } = after;
  const values = { postIds, failCode, failReason, visibilityAt, polls, settledBy, keepFilesUntil, dueAt };
  if (after.status !== before.status) await apply(em, reported(after.status), { id }, values);
  // Repeated news is no change.
  else if (!isDeepStrictEqual(after, { ...before })) await note(em, { id }, values);
}

/** A failure, or a cancellation that was not asked for here. */
function isSurprise(before: Publication, after: PostState): boolean {
  if (after.status === before.status) return false;
  return after.status === 'failed' || (after.status === 'cancelled' && before.cancelAskedAt === null);
}
