import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { TryLaterError } from '../../jobs/index.js';
import {
  AdChunkApi,
  isTransient,
  retryAfterSeconds,
  type AdCaller,
  type NextChunk,
} from '../../tiktok/index.js';
import type { AdCreative } from './ad-creative.entity.js';
import { CreativeStaging } from './creative-staging.js';
import { CreativeStore } from './creative-store.js';
import { fileNameOf } from './file-name.js';

const RETRIES = 3;
const PAUSE_SECONDS = 1;
const LONGEST_PAUSE_SECONDS = 10;

interface Sending {
  caller: AdCaller;
  creative: AdCreative;
  uploadId: string;
  signal: AbortSignal;
}

/** Sends large files in the chunks that TikTok asks for. */
@Injectable()
export class CreativeChunks {
  constructor(
    private readonly api: AdChunkApi,
    private readonly staging: CreativeStaging,
    private readonly store: CreativeStore,
  ) {}

  /**
   * Starts over when a transfer breaks off: it leaves nothing in the account.
   * @returns the `file_id`, from which a creative can be made for 24 h
   */
  async send(caller: AdCaller, creative: AdCreative, signal: AbortSignal): Promise<string> {
    const size = creative.sizeBytes ?? 0;
    const { uploadId, next } = await this.api.start(caller, {
      name: fileNameOf(creative),
      size,
      kind: creative.kind,
    });
    for (let chunk = next; chunk.start < chunk.end;) {
      signal.throwIfAborted();
      if (chunk.end > size)
        throw new TryLaterError(`TikTok asked for byte ${chunk.end} of a file of ${size} bytes`);
      const after = await this.patiently({ caller, creative, uploadId, signal }, chunk);
      if (after.start <= chunk.start && after.start < after.end)
        throw new TryLaterError(`TikTok still expects byte ${after.start}`);
      await this.store.change(creative.id, { uploadedBytes: after.start });
      chunk = after;
    }
    const fileId = await this.api.finish(caller, uploadId);
    if (!fileId) throw new TryLaterError('TikTok sent no id for the transferred file');
    return fileId;
  }

  /** Retries a chunk that did not arrive. */
  private async patiently(sending: Sending, chunk: NextChunk): Promise<NextChunk> {
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.transfer(sending, chunk);
      } catch (error) {
        if (!isTransient(error) || sending.signal.aborted) throw error;
        const seconds = retryAfterSeconds(error) ?? PAUSE_SECONDS * 2 ** retries;
        if (retries >= RETRIES || seconds > LONGEST_PAUSE_SECONDS)
          throw new TryLaterError(messageOf(error), retryAfterSeconds(error), { cause: error });
        await sleep(seconds * 1000, undefined, { signal: sending.signal });
      }
    }
  }

  /** Reads the chunk twice, for its MD5 and to send it, so that it is never in memory as a whole. */
  private async transfer(
    { caller, creative, uploadId }: Sending,
    { start, end }: NextChunk,
  ): Promise<NextChunk> {
    const open = () => this.staging.read(creative.stagedFile ?? '', start, end - 1);
    const hash = createHash('md5');
    for await (const part of open()) hash.update(part as Buffer);
    return await this.api.transfer(caller, {
      uploadId,
      start,
      md5: hash.digest('hex'),
      file: {
        name: fileNameOf(creative),
        mediaType: 'application/octet-stream',
        sizeBytes: end - start,
        open,
      },
    });
  }
}
