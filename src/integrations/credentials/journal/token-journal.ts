import { createHash } from 'node:crypto';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../config/index.js';
import type { TokenPair } from '../../../tiktok/index.js';
import { DataFolder } from '../../../runtime/index.js';
import { EncryptedJournal, type JournalRecord } from './journal-files.js';
import { TokenCipher } from '../store/token-cipher.js';

/** A pair that TikTok has handed out and that the database may not hold yet. */
export interface JournalEntry {
  credentialId: string;
  /** SHA-256 of the refresh token that it replaced: it may only follow on that one. */
  replaced: string;
  pair: TokenPair;
  /** ISO time of TikTok's answer, from which the lifetimes count. */
  answeredAt: string;
}

/** Which entry is meant: one that is out of date may lie beside the newest of a credential. */
export type JournalKey = Pick<JournalEntry, 'credentialId' | 'replaced'>;

/**
 * New pairs on disk from TikTok's answer until the commit. TikTok rotates refresh tokens: a pair that is lost between
 * the two would cost the connection.
 */
@Injectable()
export class RefreshJournal {
  private readonly entries: EncryptedJournal<JournalEntry>;

  constructor({ dataDir }: AppConfig, cipher: TokenCipher, disk: DataFolder) {
    const folder = path.join(dataDir, 'token-journal');
    this.entries = new EncryptedJournal(folder, '.pair', 'journal', cipher, disk);
  }

  async keep(entry: JournalEntry): Promise<void> {
    await this.entries.keep(nameOf(entry), entry);
  }

  /** Removes this entry, and none that has come meanwhile. */
  async discard(key: JournalKey): Promise<void> {
    await this.entries.discard(nameOf(key));
  }

  /** What is not known to be committed. */
  all(): Promise<JournalEntry[]> {
    return this.entries.all();
  }

  records(): Promise<JournalRecord[]> {
    return this.entries.records();
  }

  renew(): Promise<void> {
    return this.entries.renew();
  }
}

/** How an entry names the refresh token that it replaced, without holding it. */
export function fingerprint(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex');
}

function nameOf({ credentialId, replaced }: JournalKey): string {
  return `${credentialId}.${replaced}`;
}
