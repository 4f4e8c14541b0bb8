import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock, noteFacts } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { ErrorExplainer } from '../../tiktok/index.js';
import type { EndReason } from '../post/post-refused.error.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { PublicationReader } from '../post/publication-reader.js';
import { applyUpdate, type PostState, type StatusUpdate } from '../post/publication-reducer.js';
import { OVER, Publication, type PublicationStatus, type SettledBy } from '../post/publication.entity.js';
import { apply, note, reported, TRANSITIONS } from '../post/transitions.js';
import { QuotaRefusals } from '../quotas/quota-refusals.js';
import { StagingStore } from '../uploads/staging/staging-store.js';
import { canReuseFiles } from './can-reuse-files.js';
import { PublicationNotices } from './publication-notices.js';
import { pollSecondsOf } from './status-poll.js';

const OPEN: PublicationStatus[] = ['publishing', 'processing'];
// Reconnecting the account wakes the row. This is a fallback, so that no post waits forever.
const RECONNECT_CHECK_SECONDS = 3_600;
const FIRST_UNKNOWN_CHECK_SECONDS = 30;

export interface UpdateOrigin {
  /** True for the answer to a poll, false for a webhook. */
  polled: boolean;
  settledBy?: SettledBy;
  /** The upload that the update is about: reports of an abandoned upload do not apply to the next one. */
  tiktokPublishId?: string | null;
}

/** Records how publications progress and end, each step in its own transaction. `TransferJournal` records their transfer. */
@Injectable()
export class PublicationJournal {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: PublicationReader,
    private readonly staging: StagingStore,
    private readonly notices: PublicationNotices,
    private readonly errors: ErrorExplainer,
    private readonly refusals: QuotaRefusals,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a publication by our own verdict; `unknown` if TikTok may have posted it. What TikTok has reported outranks it.
   * @param publication as the verdict saw it: it does not apply to another upload of the same post
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
    const which = { id, tiktokPublishId: tiktokPublishId ?? IsNull() };
    await this.orgContext.transaction(async (em) => {
      const moved =
        status === 'failed'
          ? await apply(em, TRANSITIONS.fail, which, {
              failCode,
              failReason,
              keepFilesUntil: this.keepFilesUntil(failCode),
            })
          : await apply(em, TRANSITIONS.loseTrack, which, {
              failCode,
              failReason,
              dueAt: this.clock.inSeconds(FIRST_UNKNOWN_CHECK_SECONDS),
            });
      if (moved.length === 0) return;
      const ended = await em.getRepository(Publication).findOneByOrFail({ id });
      await this.notices[status](em, ended);
    });
    await this.dropStagedFiles(id);
  }

  /** Schedules the next check of an unknown outcome, less and less often and not forever. */
  async stillUnknown(publication: Publication): Promise<void> {
    const polls = publication.polls + 1;
    const seconds = pollSecondsOf({ ...publication, polls }, this.clock.now());
    const dueAt = seconds === undefined ? null : this.clock.inSeconds(seconds);
    await this.orgContext.transaction((em) =>
      note(em, { id: publication.id, status: 'unknown' }, { polls, dueAt }),
    );
  }

  /** Stops asking TikTok. The status stays, and the staged files are deleted. */
  async rest(id: string): Promise<void> {
    await this.orgContext.transaction((em) => note(em, { id, status: Not(In(OPEN)) }, { dueAt: null }));
    await this.dropStagedFiles(id);
  }

  /** Keeps the status, and records why the publication waits for its account. */
  async waitForReconnect(id: string, { code, message }: { code: string; message: string }): Promise<void> {
    const dueAt = this.clock.inSeconds(RECONNECT_CHECK_SECONDS);
    const waits = await this.orgContext.transaction((em) =>
      note(em, { id, status: In(OPEN) }, { failCode: code, failReason: message, dueAt }),
    );
    // A post that TikTok has shown needs nothing more than its id.
    if (!waits) await this.rest(id);
  }

  /** Applies an update from a poll or a webhook. Both use one reducer, so their order and repetition do not matter. */
  async update(
    id: string,
    update: StatusUpdate,
    { polled, settledBy = 'status', tiktokPublishId }: UpdateOrigin,
  ): Promise<Publication | null> {
    const [before, after] = await this.orgContext.transaction(async (em) => {
      const where = { id, ...(tiktokPublishId && { tiktokPublishId }) };
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await em.getRepository(Publication).findOne({ where, lock });
      if (!row) return [null, null];
      const state = applyUpdate(row, update);
      const changed = { ...row, ...state, polls: polled ? row.polls + 1 : row.polls };
      // A repeated update is explained, and counted, once.
      if (state.failCode !== row.failCode) changed.failReason = this.explain(state.failCode);
      if (row.status === 'unknown' && state.status !== 'unknown') changed.settledBy = settledBy;
      if (state.status === 'failed' && row.status !== 'failed')
        changed.keepFilesUntil = this.keepFilesUntil(state.failCode ?? '');
      if (isSurprise(row, state)) await this.notices.failed(em, changed);
      // Only a post whose outcome was unknown has a notice to resolve.
      if (OVER.has(changed.status) && changed.settledBy) await this.notices.resolved(em, changed);
      changed.dueAt = this.nextDue(row, changed);
      await write(em, row, changed);
      return [row, changed];
    });
    if (after) {
      const { status: publicationStatus, failCode } = after;
      noteFacts({ publicationId: id, publicationStatus, ...(failCode && { failCode }) });
    }
    // A transfer may still read the file. The row's next turn, after the transfer, drops it.
    if (after && before?.status !== 'publishing') await this.dropStagedFiles(id);
    if (after?.status === 'failed' && before?.status !== 'failed') await this.refusals.recordLate(after);
    return after;
  }

  /** For failed posts that can be retried with the same files. */
  private keepFilesUntil(failCode: string): Date | null {
    const { keepFailedHours } = this.config.uploads;
    if (keepFailedHours === 0 || !canReuseFiles(failCode)) return null;
    return this.clock.inSeconds(keepFailedHours * 3_600);
  }

  private explain(failCode: string | null): string | null {
    return failCode && this.errors.explain({ family: 'fail_reason', code: failCode }).message;
  }

  private nextDue(before: Publication, after: Publication): Date | null {
    // The transfer under way decides.
    if (after.status === 'publishing') return after.dueAt;
    if (before.status === 'publishing') return this.clock.now();
    // TikTok's publish id was never saved, so its status cannot be polled.
    if (!after.tiktokPublishId) return null;
    const seconds = pollSecondsOf(after, this.clock.now());
    return seconds === undefined ? null : this.clock.inSeconds(seconds);
  }

  private async dropStagedFiles(id: string): Promise<void> {
    const row = await this.reader.find(id);
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
  else if (!isDeepStrictEqual(after, { ...before })) await note(em, { id }, values);
}

/** True for a failure, and for a cancellation that was not requested here. */
function isSurprise(before: Publication, after: PostState): boolean {
  if (after.status === before.status) return false;
  return after.status === 'failed' || (after.status === 'cancelled' && before.cancelAskedAt === null);
}
