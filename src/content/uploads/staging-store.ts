import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { InvalidInputError, newId, TooLargeError, UnsupportedMediaError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SNIFF_BYTES, videoMediaType, type VideoMediaType } from './media-type.js';

/** Bytes that lie here until TikTok has them. */
export interface StagedFile {
  /** Name within the staging folder. */
  name: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  mediaType: VideoMediaType;
}

const PART = '.part';

/** Videos on the local disk, streamed in and out: no file is ever in memory. */
@Injectable()
export class StagingStore {
  private readonly folder: string;

  constructor(private readonly config: AppConfig) {
    this.folder = path.join(config.dataDir, 'uploads');
  }

  /**
   * Takes a stream to its end. Whatever goes wrong, nothing is kept.
   * @throws TooLargeError, UnsupportedMediaError, InvalidInputError when empty, or what the stream throws
   */
  async put(source: Readable): Promise<StagedFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = newId();
    const part = this.path(name + PART);
    const meter = new Meter(this.config.uploads.maxBytes);
    try {
      await pipeline(source, meter, createWriteStream(part, { mode: 0o600, flags: 'wx' }));
      const staged = { name, ...meter.result() };
      await rename(part, this.path(name));
      return staged;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** @param first @param last inclusive offsets in bytes */
  read(name: string, first: number, last: number): Readable {
    return createReadStream(this.path(name), { start: first, end: last, highWaterMark: 1024 * 1024 });
  }

  async has(name: string): Promise<boolean> {
    return await stat(this.path(name)).then(
      () => true,
      () => false,
    );
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  /** Removes parts of uploads that nobody has written to since. */
  async removeParts(before: Date): Promise<void> {
    for (const name of await this.untouchedSince(before)) if (name.endsWith(PART)) await this.remove(name);
  }

  /** Names of whole files that were last written before. */
  async wholeFiles(before: Date): Promise<string[]> {
    return (await this.untouchedSince(before)).filter((name) => !name.endsWith(PART));
  }

  private async untouchedSince(before: Date): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    const old: string[] = [];
    for (const name of names) {
      const touched = await stat(this.path(name)).catch(() => undefined);
      if (touched && touched.mtimeMs < before.getTime()) old.push(name);
    }
    return old;
  }

  private path(name: string): string {
    return path.join(this.folder, name);
  }
}

/** Counts, hashes and inspects bytes as they pass. */
class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;
  private head = Buffer.alloc(0);

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(
    bytes: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error, bytes?: Buffer) => void,
  ): void {
    this.sizeBytes += bytes.length;
    if (this.sizeBytes > this.maxBytes) return done(tooLarge(this.maxBytes));
    if (this.head.length < SNIFF_BYTES) {
      this.head = Buffer.concat([this.head, bytes.subarray(0, SNIFF_BYTES)]).subarray(0, SNIFF_BYTES);
      if (this.head.length === SNIFF_BYTES && !videoMediaType(this.head)) return done(notAVideo());
    }
    this.hash.update(bytes);
    done(undefined, bytes);
  }

  result(): Omit<StagedFile, 'name'> {
    if (this.sizeBytes === 0) {
      const complaint = 'has no bytes';
      throw new InvalidInputError('The upload is empty.', [{ field: 'file', complaint }], 'upload_empty');
    }
    const mediaType = videoMediaType(this.head);
    if (!mediaType) throw notAVideo();
    return { sizeBytes: this.sizeBytes, sha256: this.hash.digest('hex'), mediaType };
  }
}

/** @param maxBytes the limit that was passed */
export function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError(
    'upload_too_large',
    `The video is larger than the ${maxBytes} bytes allowed here.`,
  );
}

function notAVideo(): UnsupportedMediaError {
  return new UnsupportedMediaError(
    'not_a_video',
    'The file is no MP4, MOV or WebM: these are what TikTok takes.',
  );
}
