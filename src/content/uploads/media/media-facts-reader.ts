import { addAbortSignal } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import pLimit from 'p-limit';
import { PHOTO_LIMITS } from '../../rules/post-limits.js';
import { StagingStore } from '../staging-store.js';
import { imageFacts } from './image-facts.js';
import type { MediaFacts } from '../../post/media-facts.js';
import { mediaInfoOf } from './media-info.js';
import { videoDamage } from './video-damage.js';
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
// As the first bytes tell: MediaInfo calls each of them by many names.
const ISO_FORMATS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
  'video/3gpp2': '3g2',
};

/** The store did not give the bytes: that says nothing about the file. */
class NotReadError extends Error {}

/** Reads what a staged file is from its bytes. What clients claim about their files is often wrong. */
@Injectable()
export class MediaFactsReader {
  private readonly logger = new Logger(MediaFactsReader.name);
  private readonly turns = pLimit(AT_ONCE);

  constructor(private readonly staging: StagingStore) {}

  /** @returns null when the file could not be looked at, for want of time or because the store failed. Never throws. */
  async read(file: ReadableFile): Promise<MediaFacts | null> {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    return await this.turns(async () => {
      if (signal.aborted) return null;
      try {
        return await this.inspect(file, signal);
      } catch (error) {
        this.logger.warn(`no facts of the staged file ${file.name}: ${String(error)}`);
        return error instanceof NotReadError ? null : {};
      }
    });
  }

  private async inspect(file: ReadableFile, signal: AbortSignal): Promise<MediaFacts> {
    if (file.mediaType.startsWith('image/')) {
      const isTaken = file.sizeBytes <= PHOTO_LIMITS.bytes;
      return isTaken ? await imageFacts(await this.bytes(file, 0, file.sizeBytes, signal)) : {};
    }
    const range = (offset: number, size: number) => this.bytes(file, offset, size, signal);
    const { tracks, isWhole } = await mediaInfoOf(file.sizeBytes, range, signal);
    const format = ISO_FORMATS[file.mediaType];
    const damage = isWhole ? videoDamage(tracks, format !== undefined) : undefined;
    return { ...videoFacts(tracks), ...(format && { format }), ...(damage && { damage }) };
  }

  private async bytes(
    { name }: ReadableFile,
    offset: number,
    size: number,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    const source = addAbortSignal(signal, this.staging.read(name, offset, offset + size - 1));
    try {
      for await (const part of source) parts.push(part as Buffer);
    } catch (error) {
      throw signal.aborted ? error : new NotReadError('the store did not give its bytes', { cause: error });
    }
    return Buffer.concat(parts);
  }
}
