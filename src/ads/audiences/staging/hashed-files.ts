import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { codeOf, NoRoomError } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { PartWriter } from './part-writer.js';

/** About 1.5 million identifiers. TikTok takes 250 MB, and prefers fewer than 50 files. */
const PART_BYTES = 100_000_000;

/** Stores files of hashes in the data folder until TikTok has them. Identifiers never get here. */
@Injectable()
export class HashedFiles {
  private readonly folder: string;

  constructor(config: AppConfig) {
    this.folder = path.join(config.dataDir, 'audiences');
  }

  /** Opens the folder of an upload, runs `work` with a writer, and removes the folder if that fails. */
  async write<T>(uploadId: string, work: (writer: PartWriter) => Promise<T>): Promise<T> {
    const folder = this.of(uploadId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const writer = new PartWriter((name) => path.join(folder, name), PART_BYTES);
    try {
      return await work(writer);
    } catch (error) {
      await writer.abandon();
      await this.remove(uploadId);
      throw codeOf(error) === 'ENOSPC' ? diskFull(error) : error;
    }
  }

  open(uploadId: string, name: string): ReadStream {
    return createReadStream(path.join(this.of(uploadId), name));
  }

  async has(uploadId: string): Promise<boolean> {
    return await stat(this.of(uploadId)).then(() => true, ifMissing(false));
  }

  async remove(uploadId: string): Promise<void> {
    await rm(this.of(uploadId), { recursive: true, force: true });
  }

  /** The uploads whose folders are older than this. */
  async before(time: Date): Promise<string[]> {
    const names = await readdir(this.folder).catch(ifMissing<string[]>([]));
    const found: string[] = [];
    for (const name of names) {
      const changed = await stat(this.of(name)).then(({ mtimeMs }) => mtimeMs, ifMissing(Infinity));
      if (changed < time.getTime()) found.push(name);
    }
    return found;
  }

  private of(uploadId: string): string {
    return path.join(this.folder, uploadId);
  }
}

function diskFull(cause: unknown): NoRoomError {
  const message =
    'The server is out of disk space. Contact your administrator, and upload the file again later.';
  return new NoRoomError('disk_full', message, { cause });
}

function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (codeOf(error) === 'ENOENT') return value;
    throw error;
  };
}
