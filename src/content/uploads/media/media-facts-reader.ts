import { addAbortSignal } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import pLimit from 'p-limit';
import { PHOTO_LIMITS } from '../../rules/post-limits.js';
import { StagingStore } from '../staging/staging-store.js';
import { imageFacts } from './image-facts.js';
import type { MediaFacts } from '../../post/media-facts.js';
import { mediaInfoOf } from './media-info.js';
import { videoDamage } from './video-damage.js';
import { videoFacts } from './video-facts.js';

/** The fields of a staged file that the reader needs. */
export interface ReadableFile {
  /** The name in the staging store. */
  name: string;
  sizeBytes: number;
  mediaType: string;
  /** Larger images are not read; defaults to the limit of a photo post. */
  maxImageBytes?: number;
}

// One file takes about 100 ms. The limit includes waiting for other files.
const TIME_LIMIT_MS = 15_000;
const CONCURRENCY = 2;
// Derived from the first bytes, because MediaInfo has many names for each format.
const ISO_FORMATS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
  'video/3gpp2': '3g2',
};

/** The store failed, which says nothing about the file. */
class NotReadError extends Error {}

/** Reads the facts of a staged file from its bytes, because clients often send wrong ones. */
@Injectable()
export class MediaFactsReader {
  private readonly logger = new Logger(MediaFactsReader.name);
  private readonly turns = pLimit(CONCURRENCY);

  constructor(private readonly staging: StagingStore) {}

  /** @returns null when the file could not be read in time or the store failed. Never throws. */
  async read(file: ReadableFile): Promise<MediaFacts | null> {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    return await this.turns(async () => {
      if (signal.aborted) return null;
      try {
        return await this.inspect(file, signal);
      } catch (error) {
        this.logger.warn(`could not read the facts of staged file ${file.name}: ${String(error)}`);
        return error instanceof NotReadError ? null : {};
      }
    });
  }

  private async inspect(file: ReadableFile, signal: AbortSignal): Promise<MediaFacts> {
    if (file.mediaType.startsWith('image/')) {
      const isSmallEnough = file.sizeBytes <= (file.maxImageBytes ?? PHOTO_LIMITS.bytes);
      return isSmallEnough ? await imageFacts(await this.bytes(file, 0, file.sizeBytes, signal)) : {};
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
      throw signal.aborted
        ? error
        : new NotReadError('the staging store could not read the file', { cause: error });
    }
    return Buffer.concat(parts);
  }
}
