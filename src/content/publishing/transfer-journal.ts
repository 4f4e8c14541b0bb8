import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Publication, videoOf } from '../post/publication.entity.js';
import type { ChunkPlan } from './chunk-plan.js';

type Values = QueryDeepPartialEntity<Publication>;
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
    await this.write({ id, tiktokPublishId: null }, { initSentAt: null });
  }

  /** TikTok has certainly refused init, for how the file would be cut: the next way is tried. */
  async planRefused({ id, planStep }: Publication): Promise<void> {
    await this.write({ id, tiktokPublishId: null }, { initSentAt: null, planStep: planStep + 1 });
  }

  /** Before the first byte is sent. @param uploadUrl encrypted */
  async uploadBegun(id: string, tiktokPublishId: string, uploadUrl: string, plan: ChunkPlan): Promise<void> {
    await this.begun(id, { tiktokPublishId, chunkSize: plan.chunkSize }, { uploadUrl });
  }

  /** TikTok fetches the files itself; from now on it is asked what becomes of them. */
  async pullBegun(id: string, tiktokPublishId: string): Promise<void> {
    await this.begun(id, { tiktokPublishId }, this.askedFromNow());
  }

  /**
   * The upload has expired before its last chunk was sent: nothing can come of it, and another init makes no second post.
   * @returns false when that is not so any more
   */
  async beginAnew({ id, tiktokPublishId, formerPublishIds }: Publication): Promise<boolean> {
    if (!tiktokPublishId) return false;
    const anew = {
      formerPublishIds: [...formerPublishIds, tiktokPublishId],
      tiktokPublishId: null,
      uploadUrl: null,
      chunkSize: null,
      uploadedBytes: 0,
      initSentAt: null,
    };
    return await this.write({ id, tiktokPublishId }, anew, { lastChunkSentAt: IsNull() });
  }

  /** After each chunk: how much TikTok holds. @returns false when this upload is over */
  async progress(upload: Upload, uploadedBytes: number): Promise<boolean> {
    return await this.write(upload, { uploadedBytes });
  }

  /** Before the last chunk is sent: from then on TikTok may have the whole file. @returns false when this upload is over */
  async lastChunkSent(upload: Upload): Promise<boolean> {
    return await this.write(upload, { lastChunkSentAt: this.clock.now() });
  }

  /** TikTok has every byte; from now on it is asked what becomes of them. */
  async transferred(publication: Publication): Promise<void> {
    const uploadedBytes = videoOf(publication).sizeBytes ?? 0;
    await this.write(publication, { ...this.askedFromNow(), uploadedBytes });
  }

  /** TikTok may have every byte, and did not say so: what becomes of them tells. The bytes it confirmed stay as they are. */
  async perhapsTransferred(publication: Publication): Promise<void> {
    await this.write(publication, this.askedFromNow());
  }

  /**
   * An answer to init that comes when another process has given up waiting for it is not lost: by its name TikTok can be
   * asked for the post that nobody knows of.
   * @param known also of such a post
   */
  private async begun(id: string, known: Values & { tiktokPublishId: string }, next: Values): Promise<void> {
    if (await this.write({ id, tiktokPublishId: null }, { ...known, ...next })) return;
    await this.orgContext.transaction((em) =>
      em
        .getRepository(Publication)
        .update({ id, status: 'unknown', tiktokPublishId: IsNull() }, { ...known, dueAt: this.clock.now() }),
    );
  }

  private askedFromNow() {
    return {
      status: 'processing' as const,
      failCode: null,
      failReason: null,
      uploadUrl: null,
      transferredAt: this.clock.now(),
      dueAt: this.clock.inSeconds(1),
    };
  }

  /** @returns false when this upload is not under way any more */
  private async write({ id, tiktokPublishId }: Upload, values: Values, also: object = {}): Promise<boolean> {
    const which = {
      id,
      status: 'publishing' as const,
      tiktokPublishId: tiktokPublishId ?? IsNull(),
      ...also,
    };
    const { affected } = await this.orgContext.transaction((em) =>
      em.getRepository(Publication).update(which, values),
    );
    return affected === 1;
  }
}
