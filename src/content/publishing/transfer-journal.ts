import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { videoOf, type Publication } from '../post/publication.entity.js';
import { apply, note, TRANSITIONS, type Transition, type Values } from '../post/transitions.js';
import type { ChunkPlan } from './chunk-plan.js';

type Upload = Pick<Publication, 'id' | 'tiktokPublishId'>;

/**
 * The part of the journal between init and the moment when TikTok has every byte. Each step is written down before the
 * next one begins, and only over the very upload that it is about: a process that has slept must not go on with one that
 * another process has given up, begun anew or ended.
 */
@Injectable()
export class TransferJournal {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Init certainly did not happen: it may be sent another time. */
  async initNotDone({ id }: Publication): Promise<void> {
    await this.move(TRANSITIONS.withdrawInit, { id, tiktokPublishId: null });
  }

  /** TikTok has certainly refused init, for how the file would be cut: the next way is tried. */
  async planRefused({ id, planStep }: Publication): Promise<void> {
    const values = { planStep: planStep + 1 };
    await this.move(TRANSITIONS.withdrawInit, { id, tiktokPublishId: null }, values);
  }

  /** Before the first byte is sent. @param uploadUrl encrypted */
  async uploadBegun(id: string, tiktokPublishId: string, uploadUrl: string, plan: ChunkPlan): Promise<void> {
    const known = { tiktokPublishId, chunkSize: plan.chunkSize };
    const begun = await this.note({ id, tiktokPublishId: null }, { ...known, uploadUrl });
    if (!begun) await this.noteLate(id, known);
  }

  /** TikTok fetches the files itself; from now on it is asked what becomes of them. */
  async pullBegun(id: string, tiktokPublishId: string): Promise<void> {
    const begun = await this.move(
      TRANSITIONS.handOver,
      { id, tiktokPublishId: null },
      { tiktokPublishId, ...this.askedFromNow() },
    );
    if (!begun) await this.noteLate(id, { tiktokPublishId });
  }

  /**
   * The upload has expired before its last chunk was sent: nothing can come of it, and another init makes no second post.
   * @returns false when that is not so any more
   */
  async beginAnew({ id, tiktokPublishId, formerPublishIds }: Publication): Promise<boolean> {
    if (!tiktokPublishId) return false;
    const which = { id, tiktokPublishId, lastChunkSentAt: IsNull() };
    const values = { formerPublishIds: [...formerPublishIds, tiktokPublishId] };
    const moved = await this.orgContext.transaction((em) =>
      apply(em, TRANSITIONS.restartUpload, which, values),
    );
    return moved.length > 0;
  }

  /** After each chunk: how much TikTok holds. @returns false when this upload is over */
  async progress(upload: Upload, uploadedBytes: number): Promise<boolean> {
    return await this.note(upload, { uploadedBytes });
  }

  /** Before the last chunk is sent: from then on TikTok may have the whole file. @returns false when this upload is over */
  async lastChunkSent(upload: Upload): Promise<boolean> {
    return await this.note(upload, { lastChunkSentAt: this.clock.now() });
  }

  /** TikTok has every byte; from now on it is asked what becomes of them. */
  async transferred(publication: Publication): Promise<void> {
    const uploadedBytes = videoOf(publication).sizeBytes ?? 0;
    await this.move(TRANSITIONS.handOver, publication, { ...this.askedFromNow(), uploadedBytes });
  }

  /** TikTok may have every byte, and did not say so: what becomes of them tells. The bytes it confirmed stay as they are. */
  async perhapsTransferred(publication: Publication): Promise<void> {
    await this.move(TRANSITIONS.handOver, publication, this.askedFromNow());
  }

  /**
   * An answer to init that comes when another process has given up waiting for it is not lost: by its name TikTok can be
   * asked for the post that nobody knows of.
   * @param known also of such a post
   */
  private async noteLate(id: string, known: Values): Promise<void> {
    const unknown = { id, status: 'unknown' as const, tiktokPublishId: IsNull() };
    await this.orgContext.transaction((em) => note(em, unknown, { ...known, dueAt: this.clock.now() }));
  }

  private askedFromNow(): Values {
    return { transferredAt: this.clock.now(), dueAt: this.clock.inSeconds(1) };
  }

  /** @returns false when this upload is no longer under way */
  private async move(transition: Transition, upload: Upload, values?: Values): Promise<boolean> {
    const moved = await this.orgContext.transaction((em) => apply(em, transition, exactly(upload), values));
    return moved.length > 0;
  }

  /** @returns false when this upload is no longer under way */
  private async note(upload: Upload, values: Values): Promise<boolean> {
    const where = { ...exactly(upload), status: 'publishing' as const };
    return await this.orgContext.transaction((em) => note(em, where, values));
  }
}

function exactly({ id, tiktokPublishId }: Upload) {
  return { id, tiktokPublishId: tiktokPublishId ?? IsNull() };
}
