import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, newId } from '../../../common/index.js';

/** Small files in one folder. A file appears complete and on disk, or not at all. */
export class JournalFiles {
  constructor(readonly folder: string) {}

  /** Lists the names. @throws Error for a folder that exists and cannot be read: that is not the same as an empty one */
  async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  read(name: string): Promise<string> {
    return readFile(path.join(this.folder, name), 'utf8');
  }

  /** Writes a file and forces it to disk before it gets its name. */
  async write(name: string, text: string): Promise<void> {
    const file = path.join(this.folder, name);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // Processes that share the folder must not write into the same unfinished file.
    const unfinished = `${file}.${newId()}.new`;
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  }

  /** Deletes a file. A file that stays is replayed again, which does no harm. */
  async remove(name: string): Promise<void> {
    await rm(path.join(this.folder, name), { force: true }).catch(() => undefined);
  }
}
