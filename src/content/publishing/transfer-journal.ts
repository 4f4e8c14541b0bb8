import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { videoOf, type Publication } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS, type Transition, type Values } from '../post/transitions.js';
import type { ChunkPlan } from './chunk-plan.js';

type Upload = Pick<Publication, 'id' | 'tiktokPublishId'>;

/**
 * Records a publication from init until TikTok has every byte. Each step is written before the next one begins, and only for
 * the upload it is about: a process that was suspended must not continue one that another process has restarted or ended.
 */
@Injectable()
export class TransferJournal {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Init certainly did not happen, so it may be sent again. */
  async initNotDone({ id }: Publication): Promise<void> {
    await this.move(TRANSITIONS.withdrawInit, { id, tiktokPublishId: null });
  }

  /** TikTok rejected init because of the chunk sizes: the next plan is tried. */
  async planRefused({ id, planStep }: Publication): Promise<void> {
    const values = { planStep: planStep + 1 };
    await this.move(TRANSITIONS.withdrawInit, { id, tiktokPublishId: null }, values);
  }

  /** Call it before the first byte is sent. @param uploadUrl encrypted */
  async uploadStarted(
    id: string,
    tiktokPublishId: string,
    uploadUrl: string,
    plan: ChunkPlan,
  ): Promise<void> {
    const known = { tiktokPublishId, chunkSize: plan.chunkSize };
    const isUnderWay = await this.note({ id, tiktokPublishId: null }, { ...known, uploadUrl });
    if (!isUnderWay) await this.noteLate(id, known);
  }

  /** TikTok fetches the files itself. From now on its status is polled. */
  async pullStarted(id: string, tiktokPublishId: string): Promise<void> {
    const values = { tiktokPublishId, ...this.pollFromNow() };
    const isUnderWay = await this.move(TRANSITIONS.handOver, { id, tiktokPublishId: null }, values);
    if (!isUnderWay) await this.noteLate(id, { tiktokPublishId });
  }

  /**
   * The upload expired before its last chunk was sent: TikTok cannot post it, so another init makes no second post.
   * @returns false if the last chunk was sent after all, or the upload is no longer under way
   */
  async restartUpload({ id, tiktokPublishId, formerPublishIds }: Publication): Promise<boolean> {
    if (!tiktokPublishId) return false;
    const which = { id, tiktokPublishId, lastChunkSentAt: IsNull() };
    const values = { formerPublishIds: [...formerPublishIds, tiktokPublishId] };
    const moved = await this.orgContext.transaction((em) =>
      apply(em, TRANSITIONS.restartUpload, which, values),
    );
    return moved.length > 0;
  }

  /** Call it after each chunk. @returns false once this upload is over */
  async progress(upload: Upload, uploadedBytes: number): Promise<boolean> {
    return await this.note(upload, { uploadedBytes });
  }

  /** Call it before the last chunk is sent: from then on TikTok may have the whole file. @returns false once it is over */
  async lastChunkSent(upload: Upload): Promise<boolean> {
    return await this.note(upload, { lastChunkSentAt: this.clock.now() });
  }

  /** TikTok has every byte. From now on its status is polled. */
  async transferred(publication: Publication): Promise<void> {
    const uploadedBytes = videoOf(publication).sizeBytes ?? 0;
    await this.move(TRANSITIONS.handOver, publication, { ...this.pollFromNow(), uploadedBytes });
  }

  /** TikTok may have every byte but did not confirm it: its status will show. Keeps the confirmed byte count. */
  async maybeTransferred(publication: Publication): Promise<void> {
    await this.move(TRANSITIONS.handOver, publication, this.pollFromNow());
  }

  /** Keeps an answer to init that arrives after the outcome became unknown: its publish id lets us ask TikTok. */
  private async noteLate(id: string, known: Values): Promise<void> {
    const unknown = { id, status: 'unknown' as const, tiktokPublishId: IsNull() };
    await this.orgContext.transaction((em) => note(em, unknown, { ...known, dueAt: this.clock.now() }));
  }

  private pollFromNow(): Values {
    return { transferredAt: this.clock.now(), dueAt: this.clock.inSeconds(1) };
  }

  /** @returns false if this upload is no longer under way */
  private async move(transition: Transition, upload: Upload, values?: Values): Promise<boolean> {
    const moved = await this.orgContext.transaction((em) => apply(em, transition, exactly(upload), values));
    return moved.length > 0;
  }

  /** @returns false if this upload is no longer under way */
  private async note(upload: Upload, values: Values): Promise<boolean> {
    const where = { ...exactly(upload), status: 'publishing' as const };
    return await this.orgContext.transaction((em) => note(em, where, values));
  }
}

function exactly({ id, tiktokPublishId }: Upload) {
  return { id, tiktokPublishId: tiktokPublishId ?? IsNull() };
}

// 10 MB chunks are faster than this only above 100 MB/s, where a commit takes about as long as a chunk.
const PAUSE_MS = 100;

/**
 * Records how much TikTok has: after each chunk and before the next one, but at most once per pause. After a crash this costs
 * one call, because TikTok answers a repeated chunk with its own progress.
 */
export class ChunkProgress {
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private startedAt = -Infinity;
  private noted: number;
  private written: number;
  private isOver = false;

  constructor(
    private readonly journal: Pick<TransferJournal, 'progress'>,
    private readonly publication: Publication,
  ) {
    this.noted = this.written = publication.uploadedBytes;
  }

  /** @returns false once this upload is over. @throws the database's error */
  async note(receivedBytes: number): Promise<boolean> {
    this.noted = receivedBytes;
    const pause = this.startedAt + PAUSE_MS - performance.now();
    if (pause <= 0) return await this.flush();
    // A slow next chunk must not delay this write. If it fails, `flush` tries again.
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), pause);
    return !this.isOver;
  }

  /** Resolves when everything is written. @returns false once this upload is over. @throws the database's error */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing.catch(() => undefined);
    if (this.noted !== this.written && !this.isOver) await (this.writing = this.write(this.noted));
    return !this.isOver;
  }

  private async write(bytes: number): Promise<void> {
    this.startedAt = performance.now();
    this.isOver = !(await this.journal.progress(this.publication, bytes));
    this.written = bytes;
  }
}
