import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { TokenCipher } from '../integrations/index.js';
import { TryLaterError, type Claim } from '../jobs/index.js';
import { isTransient, MediaUploadApi, PostingApi, TikTokApiError } from '../tiktok/index.js';
import { nextChunk, resumeOffset, type ChunkRange } from './chunk-plan.js';
import { PublicationJournal, type EndReason } from './publication-journal.js';
import type { Publication } from './publication.entity.js';
import { StagingStore } from './staging-store.js';

// The same chunk again after 0.5, 1 and 2 s; then the row is due later, so that no worker waits for long.
const CHUNK_RETRY_DELAYS_MS = [500, 1_000, 2_000];

/** Sends the staged bytes, chunk by chunk, from wherever TikTok stands. */
@Injectable()
export class VideoTransfer {
  constructor(
    private readonly upload: MediaUploadApi,
    private readonly posting: PostingApi,
    private readonly journal: PublicationJournal,
    private readonly staging: StagingStore,
    private readonly cipher: TokenCipher,
  ) {}

  /** @returns when TikTok has everything, or the publication has ended */
  async run(publication: Publication, credentialId: string, claim: Claim): Promise<void> {
    const { id, stagedFile, uploadUrl, sizeBytes, chunkSize } = publication;
    if (!stagedFile || !(await this.staging.has(stagedFile)))
      return await this.fail(id, { code: 'staged_file_missing' });
    if (!uploadUrl || !sizeBytes || !chunkSize) return await this.fail(id, { code: 'upload_not_found' });
    try {
      await this.sendAll(publication, sizeBytes, chunkSize, claim);
    } catch (error) {
      if (!(error instanceof TikTokApiError)) throw error;
      // The answer to the last chunk may have been lost: then TikTok has everything and knows no more upload.
      if (!(await this.hasEverything(publication, credentialId))) return await this.fail(id, error);
    }
    await this.journal.transferred(publication);
  }

  private async sendAll(
    publication: Publication,
    size: number,
    chunkSize: number,
    claim: Claim,
  ): Promise<void> {
    let held = publication.uploadedBytes;
    for (let chunk = nextChunk(size, chunkSize, held); chunk; chunk = nextChunk(size, chunkSize, held)) {
      claim.signal.throwIfAborted();
      held = await this.sendChunk(publication, chunk, claim.signal);
      await this.journal.progress(publication.id, held);
    }
  }

  /** @returns how many bytes TikTok holds now */
  private async sendChunk(publication: Publication, chunk: ChunkRange, signal: AbortSignal): Promise<number> {
    for (const delay of [...CHUNK_RETRY_DELAYS_MS, undefined]) {
      try {
        return await this.put(publication, chunk, signal);
      } catch (error) {
        if (!isTransient(error) || signal.aborted) throw error;
        if (delay === undefined)
          throw new TryLaterError(`a chunk was not taken: ${String(error)}`, undefined, { cause: error });
        await sleep(delay, undefined, { signal });
      }
    }
    throw new Error('unreachable: the last try returns or throws');
  }

  private async put(publication: Publication, chunk: ChunkRange, signal: AbortSignal): Promise<number> {
    const { id, stagedFile, uploadUrl, mediaType, sizeBytes, chunkSize } = publication;
    const url = this.cipher.decrypt(uploadUrl ?? '', { recordId: id, field: 'upload_url' });
    const body = this.staging.read(stagedFile ?? '', chunk.first, chunk.last);
    try {
      const range = { ...chunk, total: sizeBytes ?? 0 };
      const answer = await this.upload.putChunk(url, mediaType ?? 'video/mp4', range, body, signal);
      return answer.taken ? chunk.last + 1 : resumeOffset(sizeBytes ?? 0, chunkSize ?? 1, answer.reported);
    } finally {
      body.destroy();
    }
  }

  private async hasEverything(
    { tiktokPublishId, sizeBytes }: Publication,
    credentialId: string,
  ): Promise<boolean> {
    const { status, uploaded_bytes: uploaded } = await this.posting.status(
      credentialId,
      tiktokPublishId ?? '',
    );
    return status !== 'PROCESSING_UPLOAD' || (uploaded !== undefined && uploaded === sizeBytes);
  }

  private async fail(id: string, reason: EndReason): Promise<void> {
    await this.journal.end(id, 'failed', reason);
  }
}
