import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import type { TokenCipher } from './token-cipher.js';

/** Tokens on disk, encrypted, from TikTok's answer until the database has them. One file each, written once. */
export class EncryptedJournal<Entry> {
  private readonly logger = new Logger(EncryptedJournal.name);

  /** @param suffix of its files; @param field binds the ciphertext to this journal, and the file's name to the file */
  constructor(
    private readonly folder: string,
    private readonly suffix: string,
    private readonly field: string,
    private readonly cipher: TokenCipher,
  ) {}

  /** On disk, for sure, when it answers true. A disk that fails is told and does not stop the work. */
  async keep(name: string, entry: Entry): Promise<boolean> {
    const file = this.file(name);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const handle = await open(`${file}.new`, 'w', 0o600);
      try {
        await handle.writeFile(this.cipher.encrypt(JSON.stringify(entry), this.place(name)));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${file}.new`, file);
      return true;
    } catch (error) {
      this.logger.error(`the token journal cannot be written: ${messageOf(error)}`);
      return false;
    }
  }

  async discard(name: string): Promise<void> {
    await rm(this.file(name), { force: true }).catch(() => undefined);
  }

  /** What is not known to be committed. An entry that cannot be read is told and left alone. */
  async all(): Promise<Entry[]> {
    const files = await readdir(this.folder).catch(() => []);
    const names = files
      .filter((file) => file.endsWith(this.suffix))
      .map((file) => file.slice(0, -this.suffix.length));
    return (await Promise.all(names.map((name) => this.read(name)))).filter((entry) => entry !== undefined);
  }

  private async read(name: string): Promise<Entry | undefined> {
    try {
      const record = await readFile(this.file(name), 'utf8');
      return JSON.parse(this.cipher.decrypt(record, this.place(name))) as Entry;
    } catch (error) {
      // Committed and discarded since the folder was listed.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      this.logger.error(`the journal entry ${name} cannot be read: ${messageOf(error)}`);
      return undefined;
    }
  }

  private file(name: string): string {
    return path.join(this.folder, name + this.suffix);
  }

  private place(recordId: string) {
    return { recordId, field: this.field };
  }
}
