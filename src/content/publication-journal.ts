import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { ErrorExplainer, type Refusal } from '../tiktok/index.js';
import type { ChunkPlan } from './chunk-plan.js';
import { nextPollSeconds } from './poll-schedule.js';
import { reducePost, type PostNews } from './publication-reducer.js';
import { Publication, type PublicationStatus } from './publication.entity.js';
import { StagingStore } from './staging-store.js';

/** From here on nobody needs the staged bytes. `unknown` keeps them: a person may decide to publish again. */
const OVER = new Set<PublicationStatus>([
  'published',
  'public',
  'in_inbox',
  'failed',
  'cancelled',
  'removed',
]);

// Who may have said a code: at the end by our verdict, and in what TikTok tells of a post. TikTok's before ours.
const AT_OUR_VERDICT = ['open_api', 'fail_reason', 'connector', 'oauth'] as const;
const IN_NEWS = ['fail_reason', 'open_api', 'connector'] as const;

/** Why a publication ended. Whoever has a sentence of its own gives it; otherwise the error catalogue has one. */
export interface EndReason extends Refusal {
  sentence?: string;
}

/** Writes each step of a publication down, each in a transaction of its own, before the next step begins. */
@Injectable()
export class PublicationJournal {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<Publication | null> {
    return await this.orgContext.transaction((em) => em.getRepository(Publication).findOneBy({ id }));
  }

  /** Before init is sent. @returns false when it was sent before: it must not be sent again. */
  async initSent(id: string): Promise<boolean> {
    const changed = await this.orgContext.transaction((em) =>
      em.getRepository(Publication).update({ id, initSentAt: IsNull() }, { initSentAt: this.clock.now() }),
    );
    return changed.affected === 1;
  }

  /** Init certainly did not happen: it may be sent another time. */
  async initNotDone(id: string): Promise<void> {
    await this.update(id, { initSentAt: null });
  }

  /** Before the first byte is sent. @param uploadUrl encrypted */
  async initDone(id: string, tiktokPublishId: string, uploadUrl: string, plan: ChunkPlan): Promise<void> {
    await this.update(id, { tiktokPublishId, uploadUrl, chunkSize: plan.chunkSize });
  }

  /** After each chunk: how much TikTok holds. */
  async progress(id: string, uploadedBytes: number): Promise<void> {
    await this.update(id, { uploadedBytes });
  }

  /** TikTok has every byte; from now on it is asked what becomes of them. */
  async transferred(publication: Publication): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(Publication).update(
        { id: publication.id, status: 'publishing' },
        {
          status: 'processing',
          uploadedBytes: publication.sizeBytes ?? 0,
          uploadUrl: null,
          transferredAt: this.clock.now(),
          dueAt: this.clock.inSeconds(1),
        },
      ),
    );
  }

  /** The end, by our own verdict. `unknown` when nobody can tell whether TikTok has posted it. */
  async end(id: string, status: 'failed' | 'unknown', reason: EndReason): Promise<void> {
    const failCode = String(reason.code);
    const failReason = reason.sentence ?? this.errors.explain(AT_OUR_VERDICT, reason).sentence;
    await this.orgContext.transaction((em) =>
      em
        .getRepository(Publication)
        .update(
          { id, status: In(['publishing', 'processing']) },
          { status, failCode, failReason, dueAt: null, uploadUrl: null },
        ),
    );
    await this.dropStagedFile(id);
  }

  /** Stays where it is, and says why, until the account is connected again. */
  async waitForReconnect(id: string, { code, message }: { code: string; message: string }): Promise<void> {
    await this.update(id, { failCode: code, failReason: message, dueAt: null });
  }

  /** What a poll or a webhook brought: both go through one reducer, so their order and repetition do not matter. */
  async news(id: string, news: PostNews, polled: boolean): Promise<Publication | null> {
    const after = await this.orgContext.transaction(async (em) => {
      const repository = em.getRepository(Publication);
      const row = await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) return null;
      const { status, postIds, failCode } = reducePost(row, news);
      const polls = polled ? row.polls + 1 : row.polls;
      // An old reason keeps its sentence: repeated news are nothing new to explain, or to count.
      const failReason = failCode === row.failCode ? row.failReason : this.newReason(failCode);
      const changed = { status, postIds, failCode, failReason, polls };
      return await repository.save({ ...row, ...changed, dueAt: this.nextDue({ ...row, ...changed }) });
    });
    if (after) await this.dropStagedFile(id);
    return after;
  }

  private newReason(failCode: string | null): string | null {
    return failCode && this.errors.explain(IN_NEWS, { code: failCode }).sentence;
  }

  private nextDue(row: Publication): Date | null {
    const transferredAt = row.transferredAt ?? row.initSentAt;
    // Still transferring: the transfer decides.
    if (row.status === 'publishing' || !transferredAt) return row.dueAt;
    const seconds = nextPollSeconds({ ...row, transferredAt }, this.clock.now());
    return seconds === undefined ? null : this.clock.inSeconds(seconds);
  }

  private async update(id: string, values: Partial<Publication>): Promise<void> {
    await this.orgContext.transaction((em) => em.getRepository(Publication).update({ id }, values));
  }

  private async dropStagedFile(id: string): Promise<void> {
    const row = await this.find(id);
    if (!row?.stagedFile || !OVER.has(row.status)) return;
    await this.staging.remove(row.stagedFile);
    await this.update(id, { stagedFile: null });
  }
}
