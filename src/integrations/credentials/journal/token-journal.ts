import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { codeOf, messageOf } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { DataFolder } from '../../../runtime/index.js';
import { TokenCipher, type CipherPlace } from '../store/token-cipher.js';
import { JOURNAL_FORMS, type JournalEntries, type JournalKeys, type JournalKind } from './journal-entry.js';
import { JournalFiles } from './journal-files.js';

const NAME = 'The token journal';
const KINDS = Object.keys(JOURNAL_FORMS) as JournalKind[];

/** An encrypted value and its place, as the cipher needs both. */
export interface JournalRecord {
  record: string;
  place: CipherPlace;
}

interface Found {
  name: string;
  place: CipherPlace;
}

/**
 * Keeps tokens on disk, encrypted, from TikTok's answer until the database has them: refreshed pairs and new grants.
 * TikTok issues each of them once, so a loss in between would cost the connection.
 */
@Injectable()
export class TokenJournal {
  private readonly logger = new Logger(TokenJournal.name);
  private readonly files: JournalFiles;
  /** Names of entries whose problem has been logged: the folder is read at each refresh. */
  private readonly reported = new Set<string>();
  /** The file that an entry was read from: the first version named pairs after the credential alone. */
  private readonly sources = new WeakMap<object, string>();

  constructor(
    { dataDir }: AppConfig,
    private readonly cipher: TokenCipher,
    private readonly disk: DataFolder,
  ) {
    this.files = new JournalFiles(path.join(dataDir, 'token-journal'));
  }

  /**
   * Writes an entry. A failing disk does not stop the work: it is logged, and reported by the doctor and /health/ready.
   * @returns true once the entry is on disk
   */
  async keep<Kind extends JournalKind>(
    kind: Kind,
    entry: JournalEntries[Kind] & JournalKeys[Kind],
  ): Promise<boolean> {
    const { name, place } = fileOf(kind, entry);
    try {
      await this.files.write(name, this.cipher.encrypt(JSON.stringify(entry), place));
      this.disk.wrote(NAME);
      return true;
    } catch (error) {
      this.logger.error(
        `the token journal cannot be written: ${messageOf(error)}. A new TikTok token is lost if this process dies now.`,
      );
      this.disk.failed(NAME, error);
      return false;
    }
  }

  /** Removes this entry, and none that was written since. */
  async discard<Kind extends JournalKind>(kind: Kind, key: JournalKeys[Kind]): Promise<void> {
    await this.files.remove(this.sources.get(key) ?? fileOf(kind, key).name);
  }

  /**
   * Returns the entries that are not known to be in the database, the oldest first. An entry that cannot be read is
   * logged and left alone.
   * @param prefix of their names
   */
  async all<Kind extends JournalKind>(kind: Kind, prefix = ''): Promise<JournalEntries[Kind][]> {
    const found = (await this.list()).filter(
      ({ name, place }) => place.field === JOURNAL_FORMS[kind].field && name.startsWith(prefix),
    );
    const entries = await Promise.all(found.map((one) => this.read<JournalEntries[Kind]>(one)));
    return entries
      .filter((entry) => entry !== undefined)
      .toSorted((one, other) => one.answeredAt.localeCompare(other.answeredAt));
  }

  /** Returns every entry as stored, readable or not. */
  async records(): Promise<JournalRecord[]> {
    const found = await Promise.all(
      (await this.list()).map(async ({ name, place }) => {
        const record = await this.files.read(name).catch(() => undefined);
        return record === undefined ? [] : [{ record, place }];
      }),
    );
    return found.flat();
  }

  /** Re-encrypts entries with the newest key, so that none needs an older one. */
  async renew(): Promise<void> {
    for (const found of await this.list()) {
      const { name, place } = found;
      try {
        const record = await this.files.read(name);
        if (this.cipher.isCurrent(record)) continue;
        await this.files.write(name, this.cipher.encrypt(this.cipher.decrypt(record, place), place));
      } catch (error) {
        this.report(found, error);
      }
    }
  }

  private async list(): Promise<Found[]> {
    try {
      return (await this.files.names()).flatMap((name) => {
        const form = KINDS.map((kind) => JOURNAL_FORMS[kind]).find(({ suffix }) => name.endsWith(suffix));
        return form
          ? [{ name, place: { recordId: name.slice(0, -form.suffix.length), field: form.field } }]
          : [];
      });
    } catch (error) {
      if (!this.reported.has(this.files.folder))
        this.logger.error(`the token journal cannot be listed: ${messageOf(error)}`);
      this.reported.add(this.files.folder);
      this.disk.failed(NAME, error);
      return [];
    }
  }

  private async read<Entry extends object>(found: Found): Promise<Entry | undefined> {
    try {
      const text = this.cipher.decrypt(await this.files.read(found.name), found.place);
      const entry = JSON.parse(text) as Entry;
      this.sources.set(entry, found.name);
      return entry;
    } catch (error) {
      this.report(found, error);
      return undefined;
    }
  }

  private report({ name, place }: Found, error: unknown): void {
    // Committed and discarded since the folder was listed.
    if (codeOf(error) === 'ENOENT' || this.reported.has(name)) return;
    this.reported.add(name);
    this.logger.error(
      `the journal entry ${place.recordId} cannot be read and is left alone: ${messageOf(error)}`,
    );
  }
}

function fileOf<Kind extends JournalKind>(kind: Kind, key: JournalKeys[Kind]): Found {
  const { suffix, field, nameOf } = JOURNAL_FORMS[kind];
  const recordId = nameOf(key);
  return { name: recordId + suffix, place: { recordId, field } };
}
