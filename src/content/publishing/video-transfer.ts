import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { SecretUnreadableError, TokenCipher } from '../../integrations/index.js';
import { TryLaterError, type Claim } from '../../jobs/index.js';
import { isTransient, MediaUploadApi, TikTokApiError } from '../../tiktok/index.js';
import { nextChunk, resumeOffset, type ChunkRange } from './chunk-plan.js';
import { hasAllBytes, StatusReader } from './status-poll.js';
import { PublicationJournal } from './publication-journal.js';
import { reachOf } from './publish-verdict.js';
import { ChunkProgress, TransferJournal } from './transfer-journal.js';
import { PublicationReader } from '../post/publication-reader.js';
import { videoOf, type Publication } from '../post/publication.entity.js';
import { StagingStore } from '../uploads/staging/staging-store.js';

// Retries a chunk after 0.5, 1 and 2 s. Then the job is retried later, so that no worker waits for long.
const CHUNK_RETRY_DELAYS_MS = [500, 1_000, 2_000];

/** TikTok's answers to chunks of an expired upload. */
const EXPIRED = new Set(['upload_url_expired', 'upload_not_found']);
const MAX_UPLOADS = 3;

/** Sends a staged video to TikTok in chunks, resuming where TikTok left off. */
@Injectable()
export class VideoTransfer {
  private readonly logger = new Logger(VideoTransfer.name);

  constructor(
    private readonly upload: MediaUploadApi,
    private readonly statuses: StatusReader,
    private readonly publications: PublicationReader,
    private readonly journal: PublicationJournal,
    private readonly transfers: TransferJournal,
    private readonly staging: StagingStore,
    private readonly cipher: TokenCipher,
  ) {}

  /** Resolves when TikTok has every byte, or the publication has ended. */
  async run(publication: Publication, claim: Claim): Promise<void> {
    const { id, uploadUrl, chunkSize } = publication;
    const { stagedFile, sizeBytes } = videoOf(publication);
    if (!stagedFile || !(await this.staging.has(stagedFile)))
      return await this.refused(publication, { code: 'staged_file_missing' });
    if (!uploadUrl || !sizeBytes || !chunkSize)
      return await this.refused(publication, { code: 'upload_not_found' });
    try {
      // Throws here, before the journal notes the last chunk.
      this.addressOf(publication);
      const complete = await this.sendAll(publication, sizeBytes, chunkSize, claim);
      if (complete) await this.transfers.transferred(publication);
      else this.logger.warn(`${id}: the post ended before TikTok had every byte`);
    } catch (error) {
      // Without its address the upload cannot continue. It can restart while TikTok lacks the last chunk.
      if (error instanceof SecretUnreadableError)
        return await this.refused(publication, { code: 'upload_not_found' });
      if (!(error instanceof TikTokApiError) || isTransient(error)) throw error;
      await this.refused(publication, error);
    }
  }

  /** @returns false if TikTok has ended the post in the meantime */
  private async sendAll(
    publication: Publication,
    size: number,
    chunkSize: number,
    claim: Claim,
  ): Promise<boolean> {
    const progress = new ChunkProgress(this.transfers, publication);
    let received = publication.uploadedBytes;
    let furthest = received;
    let standstills = 0;
    try {
      for (
        let chunk = nextChunk(size, chunkSize, received);
        chunk;
        chunk = nextChunk(size, chunkSize, received)
      ) {
        claim.signal.throwIfAborted();
        if (chunk.last === size - 1 && !(await this.maySendLast(publication, progress))) return false;
        received = await this.sendChunk(publication, chunk, claim.signal);
        if (!(await progress.note(received))) return false;
        standstills = received > furthest ? 0 : standstills + 1;
        furthest = Math.max(furthest, received);
        if (standstills > 0)
          await this.pause(standstills - 1, `TikTok still expects byte ${received}`, claim.signal);
      }
    } finally {
      await progress.flush();
    }
    return await progress.flush();
  }

  /** Writes all progress before TikTok can have the whole file. */
  private async maySendLast(publication: Publication, progress: ChunkProgress): Promise<boolean> {
    return (await progress.flush()) && (await this.transfers.lastChunkSent(publication));
  }

  /** @returns how many bytes TikTok has now */
  private async sendChunk(publication: Publication, chunk: ChunkRange, signal: AbortSignal): Promise<number> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await this.put(publication, chunk, signal);
      } catch (error) {
        if (!isTransient(error) || signal.aborted) throw error;
        await this.pause(failures, `TikTok did not accept a chunk: ${String(error)}`, signal, error);
      }
    }
  }

  /** @throws TryLaterError after the last retry of this step */
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
   * Decides what happens when no more bytes can be sent. TikTok may have all of them: the answer to the last chunk may be
   * lost, and TikTok forgets finished uploads. It is a failure only if TikTok says that bytes are missing.
   */
  private async refused(publication: Publication, reason: { code: string }): Promise<void> {
    const { id } = publication;
    try {
      const answer = await this.statuses.read(publication);
      if (hasAllBytes(answer, videoOf(publication).sizeBytes))
        return await this.transfers.transferred(publication);
      if (EXPIRED.has(reason.code) && (await this.restarts(publication)))
        throw new TryLaterError('the upload expired before it was complete and starts again', 1);
      if (answer.uploaded_bytes === undefined && (await this.mayBeWhole(publication)))
        return await this.transfers.maybeTransferred(publication);
      await this.journal.end(publication, 'failed', reason);
    } catch (error) {
      if (!(error instanceof TikTokApiError) || isTransient(error)) throw error;
      this.logger.warn(`${id}: ${reason.code}, and then ${messageOf(error)}`);
      await this.journal.end(publication, 'unknown', { code: 'transfer_outcome_unknown' });
    }
  }

  private async mayBeWhole({ id }: Publication): Promise<boolean> {
    const publication = await this.publications.find(id);
    return publication !== null && reachOf(publication) === 'maybe_complete';
  }

  /** Only if the last chunk was certainly not sent: then TikTok cannot post the expired upload. */
  private async restarts(publication: Publication): Promise<boolean> {
    if (publication.formerPublishIds.length + 1 >= MAX_UPLOADS) return false;
    return await this.transfers.restartUpload(publication);
  }
}
