import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { codeOf, messageOf, newId } from '../../../common/index.js';
import type { DataFolder } from '../../../runtime/index.js';
import type { TokenCipher } from '../store/token-cipher.js';

const WHAT = 'The token journal';

/** An encrypted value and where it belongs, as the cipher wants both. */
export interface JournalRecord {
  record: string;
  place: { recordId: string; field: string };
}

/** Tokens on disk, encrypted, from TikTok's answer until the database has them. One file each, written once. */
export class EncryptedJournal<Entry> {
  private readonly logger = new Logger(EncryptedJournal.name);
  /** Names of entries whose trouble is in the log already: a folder is read at each refresh. */
  private readonly told = new Set<string>();

  /** @param suffix of its files; @param field binds the ciphertext to this journal, and the file's name to the file */
  constructor(
    private readonly folder: string,
    private readonly suffix: string,
    private readonly field: string,
    private readonly cipher: TokenCipher,
    private readonly disk: DataFolder,
  ) {}

  /**
   * On disk, for sure, when it answers true. A disk that fails does not stop the work: it is logged, reported by the
   * doctor, and asked again by /health/ready.
   */
  async keep(name: string, entry: Entry): Promise<boolean> {
    try {
      await this.write(name, this.cipher.encrypt(JSON.stringify(entry), this.place(name)));
      this.disk.wrote(WHAT);
      return true;
    } catch (error) {
      this.logger.error(
        `the token journal cannot be written: ${messageOf(error)}. A new TikTok token is lost if this process dies now.`,
      );
      this.disk.failed(WHAT, error);
      return false;
    }
  }

  async discard(name: string): Promise<void> {
    await rm(this.file(name), { force: true }).catch(() => undefined);
  }

  /** What is not known to be committed. An entry that cannot be read is told and left alone. */
  async all(): Promise<Entry[]> {
    const names = await this.names();
    return (await Promise.all(names.map((name) => this.read(name)))).filter((entry) => entry !== undefined);
  }

  /** Every entry as it lies there, readable or not. */
  async records(): Promise<JournalRecord[]> {
    const names = await this.names();
    const found = await Promise.all(
      names.map(async (name) => {
        const record = await this.text(name).catch(() => undefined);
        return record === undefined ? [] : [{ record, place: this.place(name) }];
      }),
    );
    return found.flat();
  }

  /** Entries under an older key are encrypted with the newest, so that nothing here needs the older one. */
  async renew(): Promise<void> {
    for (const { record, place } of await this.records()) {
      if (this.cipher.isCurrent(record)) continue;
      try {
        const plain = this.cipher.decrypt(record, place);
        await this.write(place.recordId, this.cipher.encrypt(plain, place));
      } catch (error) {
        this.tell(place.recordId, error);
      }
    }
  }

  private async write(name: string, record: string): Promise<void> {
    const file = this.file(name);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // Processes that share the folder write apart.
    const unfinished = `${file}.${newId()}.new`;
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(record);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  }

  /** A folder that is there and cannot be read may hold entries: that is not the same as none. */
  private async names(): Promise<string[]> {
    try {
      const files = await readdir(this.folder);
      return files
        .filter((file) => file.endsWith(this.suffix))
        .map((file) => file.slice(0, -this.suffix.length));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') {
        this.tell(this.folder, error);
        this.disk.failed(WHAT, error);
      }
      return [];
    }
  }

  private async read(name: string): Promise<Entry | undefined> {
    try {
      return JSON.parse(this.cipher.decrypt(await this.text(name), this.place(name))) as Entry;
    } catch (error) {
      // Committed and discarded since the folder was listed.
      if (codeOf(error) !== 'ENOENT') this.tell(name, error);
      return undefined;
    }
  }

  private text(name: string): Promise<string> {
    return readFile(this.file(name), 'utf8');
  }

  private tell(name: string, error: unknown): void {
    if (this.told.has(name)) return;
    this.told.add(name);
    this.logger.error(`the journal entry ${name} cannot be read and stays where it is: ${messageOf(error)}`);
  }

  private file(name: string): string {
    return path.join(this.folder, name + this.suffix);
  }

  private place(recordId: string) {
    return { recordId, field: this.field };
  }
}
