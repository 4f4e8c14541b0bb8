import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import type { TokenPair } from '../../tiktok/index.js';
import { TokenCipher } from './token-cipher.js';

/** A pair that TikTok has handed out and that the database may not hold yet. */
export interface JournalEntry {
  credentialId: string;
  /** SHA-256 of the refresh token that it replaced: it may only follow on that one. */
  replaced: string;
  pair: TokenPair;
  /** ISO time of TikTok's answer, from which the lifetimes count. */
  answeredAt: string;
}

const SUFFIX = '.pair';

/**
 * New pairs on disk, encrypted, from TikTok's answer until the commit. TikTok rotates refresh tokens: a pair that is
 * lost between the two would cost the connection.
 */
@Injectable()
export class RefreshJournal {
  private readonly logger = new Logger(RefreshJournal.name);
  private readonly folder: string;

  constructor(
    { dataDir }: AppConfig,
    private readonly cipher: TokenCipher,
  ) {
    this.folder = path.join(dataDir, 'token-journal');
  }

  /** On disk, for sure, when it returns. A disk that fails is told and does not stop the refresh. */
  async keep(entry: JournalEntry): Promise<void> {
    const file = this.file(entry.credentialId);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const handle = await open(`${file}.new`, 'w', 0o600);
      try {
        await handle.writeFile(this.cipher.encrypt(JSON.stringify(entry), place(entry.credentialId)));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${file}.new`, file);
    } catch (error) {
      this.logger.error(`the token journal cannot be written: ${messageOf(error)}`);
    }
  }

  async discard(credentialId: string): Promise<void> {
    await rm(this.file(credentialId), { force: true }).catch(() => undefined);
  }

  /** What is not known to be committed. An entry that cannot be read is told and left alone. */
  async all(): Promise<JournalEntry[]> {
    const names = await readdir(this.folder).catch(() => []);
    const ids = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
    return (await Promise.all(ids.map((id) => this.read(id)))).filter((entry) => entry !== undefined);
  }

  private async read(credentialId: string): Promise<JournalEntry | undefined> {
    try {
      const record = await readFile(this.file(credentialId), 'utf8');
      return JSON.parse(this.cipher.decrypt(record, place(credentialId))) as JournalEntry;
    } catch (error) {
      this.logger.error(
        `the journal entry of credential ${credentialId} cannot be read: ${messageOf(error)}`,
      );
      return undefined;
    }
  }

  private file(credentialId: string): string {
    return path.join(this.folder, credentialId + SUFFIX);
  }
}

/** How an entry names the refresh token that it replaced, without holding it. */
export function fingerprint(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex');
}

function place(recordId: string) {
  return { recordId, field: 'journal' };
}
