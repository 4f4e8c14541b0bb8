import { addAbortSignal } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import pLimit from 'p-limit';
import { StagingStore } from '../uploads/staging-store.js';
import { imageFacts } from './image-facts.js';
import type { MediaFacts } from './media-facts.js';
import { mediaInfoOf } from './media-info.js';
import { videoFacts } from './video-facts.js';

/** A staged file as far as the reader must know it. */
export interface ReadableFile {
  /** Name within the staging store. */
  name: string;
  sizeBytes: number;
  mediaType: string;
}

// One file takes a tenth of a second; the time covers the wait for others, too.
const TIME_LIMIT_MS = 15_000;
const AT_ONCE = 2;
// TikTok takes photos of 20 MB at most: what is larger is refused anyway.
const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** Reads what a staged file is from its bytes. What clients claim about their files is often wrong. */
@Injectable()
export class MediaFactsReader {
  private readonly logger = new Logger(MediaFactsReader.name);
  private readonly turns = pLimit(AT_ONCE);

  constructor(private readonly staging: StagingStore) {}

  /** @returns no facts for a file that is broken; null when there was no time to look at it. Never throws. */
  async read(file: ReadableFile): Promise<MediaFacts | null> {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    return await this.turns(async () => {
      if (signal.aborted) return null;
      try {
        return await this.inspect(file, signal);
      } catch (error) {
        this.logger.warn(`no facts of the staged file ${file.name}: ${String(error)}`);
        return {};
      }
    });
  }

  private async inspect(file: ReadableFile, signal: AbortSignal): Promise<MediaFacts> {
    if (file.mediaType.startsWith('image/')) {
      return await imageFacts(await this.bytes(file, 0, Math.min(file.sizeBytes, MAX_IMAGE_BYTES), signal));
    }
    const range = (offset: number, size: number) => this.bytes(file, offset, size, signal);
    return videoFacts(await mediaInfoOf(file.sizeBytes, range, signal));
  }

  private async bytes(
    { name }: ReadableFile,
    offset: number,
    size: number,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    const source = addAbortSignal(signal, this.staging.read(name, offset, offset + size - 1));
    for await (const part of source) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
}
