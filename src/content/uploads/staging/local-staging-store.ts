import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf, NoRoomError } from '../../../common/index.js';
import { StagingStore } from './staging-store.js';

const PART = '.part';
const READ_AHEAD_BYTES = 1024 * 1024;

/** Stores files in a local folder. Processes that share the folder share the files. */
export class LocalStagingStore extends StagingStore {
  /** @param folder created on the first write */
  constructor(private readonly folder: string) {
    super();
  }

  async write(name: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const part = this.path(name + PART);
    try {
      // Opened before the first byte is read. Otherwise a source that fails early would create the file after its removal.
      const file = await open(part, 'wx', 0o600);
      await pipeline(source, file.createWriteStream());
      await rename(part, this.path(name));
    } catch (error) {
      await rm(part, { force: true });
      throw codeOf(error) === 'ENOSPC' ? diskFull(error) : error;
    }
  }

  read(name: string, first: number, last: number): Readable {
    return createReadStream(this.path(name), { start: first, end: last, highWaterMark: READ_AHEAD_BYTES });
  }

  async has(name: string): Promise<boolean> {
    return (await this.touchedAt(name)) !== undefined;
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  async *wholeFiles(before: Date): AsyncGenerator<string> {
    for (const name of await this.names())
      if (!name.endsWith(PART) && (await this.isUntouchedSince(name, before))) yield name;
  }

  async removeParts(before: Date): Promise<void> {
    for (const name of await this.names())
      if (name.endsWith(PART) && (await this.isUntouchedSince(name, before))) await this.remove(name);
  }

  private async names(): Promise<string[]> {
    return await readdir(this.folder).catch(ifMissing([]));
  }

  private async isUntouchedSince(name: string, time: Date): Promise<boolean> {
    const touchedAt = await this.touchedAt(name);
    return touchedAt !== undefined && touchedAt < time.getTime();
  }

  private async touchedAt(name: string): Promise<number | undefined> {
    return await stat(this.path(name)).then(({ mtimeMs }) => mtimeMs, ifMissing(undefined));
  }

  private path(name: string): string {
    return path.join(this.folder, name);
  }
}

function diskFull(cause: unknown): NoRoomError {
  const message =
    'The server is out of disk space. Tell your administrator, and upload the file again later.';
  return new NoRoomError('disk_full', message, { cause });
}

function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (codeOf(error) === 'ENOENT') return value;
    throw error;
  };
}
