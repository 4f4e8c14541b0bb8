import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { SecretUnreadableError, TokenCipher } from '../../integrations/index.js';
import { TryLaterError, type Claim } from '../../jobs/index.js';
import { isTransient, MediaUploadApi, TikTokApiError } from '../../tiktok/index.js';
import { ChunkProgress } from './chunk-progress.js';
import { nextChunk, resumeOffset, type ChunkRange } from './chunk-plan.js';
import { hasEverything } from './post-news.js';
import { PostStatusReader } from './post-status-reader.js';
import { PublicationJournal } from './publication-journal.js';
import { reachOf } from './publish-verdict.js';
import { TransferJournal } from './transfer-journal.js';
import { videoOf, type Publication } from '../post/publication.entity.js';
import { StagingStore } from '../uploads/staging/staging-store.js';

// The same chunk again after 0.5, 1 and 2 s; then the row is due later, so that no worker waits for long.
const CHUNK_RETRY_DELAYS_MS = [500, 1_000, 2_000];

/** What TikTok answers to chunks of an upload that it takes no more of. */
const EXPIRED = new Set(['upload_url_expired', 'upload_not_found']);
const MAX_BEGINNINGS = 3;

/** Sends the staged bytes, chunk by chunk, from wherever TikTok stands. */
@Injectable()
export class VideoTransfer {
  private readonly logger = new Logger(VideoTransfer.name);

  constructor(
    private readonly upload: MediaUploadApi,
    private readonly statuses: PostStatusReader,
    private readonly journal: PublicationJournal,
    private readonly transfers: TransferJournal,
    private readonly staging: StagingStore,
    private readonly cipher: TokenCipher,
  ) {}

  /** @returns when TikTok has everything, or the publication has ended */
  async run(publication: Publication, claim: Claim): Promise<void> {
    const { id, uploadUrl, chunkSize } = publication;
    const { stagedFile, sizeBytes } = videoOf(publication);
    if (!stagedFile || !(await this.staging.has(stagedFile)))
      return await this.refused(publication, { code: 'staged_file_missing' });
    if (!uploadUrl || !sizeBytes || !chunkSize)
      return await this.refused(publication, { code: 'upload_not_found' });
    try {
      // Before anything is written down about the last chunk.
      this.addressOf(publication);
      const complete = await this.sendAll(publication, sizeBytes, chunkSize, claim);
      if (complete) await this.transfers.transferred(publication);
      else this.logger.warn(`${id}: TikTok ended the post before it had every byte`);
    } catch (error) {
      // Without its address the upload cannot go on; as long as TikTok lacks its last chunk it begins again.
      if (error instanceof SecretUnreadableError)
        return await this.refused(publication, { code: 'upload_not_found' });
      if (!(error instanceof TikTokApiError) || isTransient(error)) throw error;
      await this.refused(publication, error);
    }
  }

  /** @returns false when TikTok has ended the post meanwhile */
  private async sendAll(
    publication: Publication,
    size: number,
    chunkSize: number,
    claim: Claim,
  ): Promise<boolean> {
    const progress = new ChunkProgress(this.transfers, publication);
    let held = publication.uploadedBytes;
    let furthest = held;
    let standstills = 0;
    try {
      for (let chunk = nextChunk(size, chunkSize, held); chunk; chunk = nextChunk(size, chunkSize, held)) {
        claim.signal.throwIfAborted();
        if (chunk.last === size - 1 && !(await this.maySendLast(publication, progress))) return false;
        held = await this.sendChunk(publication, chunk, claim.signal);
        if (!(await progress.note(held))) return false;
        standstills = held > furthest ? 0 : standstills + 1;
        furthest = Math.max(furthest, held);
        if (standstills > 0)
          await this.pause(standstills - 1, `TikTok still expects byte ${held}`, claim.signal);
      }
    } finally {
      await progress.settle();
    }
    return await progress.settle();
  }

  /** Nothing is left to be written when TikTok is about to have the whole file. */
  private async maySendLast(publication: Publication, progress: ChunkProgress): Promise<boolean> {
    return (await progress.settle()) && (await this.transfers.lastChunkSent(publication));
  }

  /** @returns how many bytes TikTok holds now */
  private async sendChunk(publication: Publication, chunk: ChunkRange, signal: AbortSignal): Promise<number> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await this.put(publication, chunk, signal);
      } catch (error) {
        if (!isTransient(error) || signal.aborted) throw error;
        await this.pause(failures, `a chunk was not taken: ${String(error)}`, signal, error);
      }
    }
  }

  /** @throws TryLaterError when it was tried often enough in one step */
  private async pause(tries: number, reason: string, signal: AbortSignal, cause?: unknown): Promise<void> {
    const delay = CHUNK_RETRY_DELAYS_MS[tries];
    if (delay === undefined) throw new TryLaterError(reason, undefined, { cause });
    await sleep(delay, undefined, { signal });
  }

  private async put(publication: Publication, chunk: ChunkRange, signal: AbortSignal): Promise<number> {
    const { chunkSize } = publication;
    const { stagedFile, mediaType, sizeBytes } = videoOf(publication);
    const total = sizeBytes ?? 0;
    const url = this.addressOf(publication);
    const body = this.staging.read(stagedFile ?? '', chunk.first, chunk.last);
    try {
      const answer = await this.upload.putChunk(
        url,
        mediaType ?? 'video/mp4',
        { ...chunk, total },
        body,
        signal,
      );
      if (answer.taken) return chunk.last + 1;
      return Math.min(resumeOffset(total, chunkSize ?? 1, answer.reported), total);
    } finally {
      body.destroy();
    }
  }

  /** @throws SecretUnreadableError */
  private addressOf({ id, uploadUrl }: Publication): string {
    return this.cipher.decrypt(uploadUrl ?? '', { recordId: id, field: 'upload_url' });
  }

  /**
   * No byte can be sent any more. TikTok may have all of them: the answer to the last chunk may have been lost, and of
   * a finished upload TikTok knows no more. Only its own word that it has not makes this a failure.
   */
  private async refused(publication: Publication, reason: { code: string }): Promise<void> {
    const { id } = publication;
    try {
      const answer = await this.statuses.read(publication);
      if (hasEverything(answer, videoOf(publication).sizeBytes))
        return await this.transfers.transferred(publication);
      if (EXPIRED.has(reason.code) && (await this.beginsAnew(publication)))
        throw new TryLaterError('its upload has expired before it was whole: it begins anew', 1);
      if (answer.uploaded_bytes === undefined && (await this.mayBeWhole(publication)))
        return await this.transfers.perhapsTransferred(publication);
      await this.journal.end(publication, 'failed', reason);
    } catch (error) {
      if (!(error instanceof TikTokApiError) || isTransient(error)) throw error;
      this.logger.warn(`${id}: ${reason.code}, and then ${messageOf(error)}`);
      await this.journal.end(publication, 'unknown', { code: 'transfer_outcome_unknown' });
    }
  }

  /** As it is by now. */
  private async mayBeWhole({ id }: Publication): Promise<boolean> {
    const publication = await this.journal.find(id);
    return publication !== null && reachOf(publication) === 'perhaps_complete';
  }

  /** Only what certainly lacks its last chunk: no byte of it can have an effect any more. */
  private async beginsAnew(publication: Publication): Promise<boolean> {
    if (publication.formerPublishIds.length + 1 >= MAX_BEGINNINGS) return false;
    return await this.transfers.beginAnew(publication);
  }
}
