import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { messageOf } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { Background } from '../../../runtime/index.js';
import { IntegrationExpiry } from '../../integration/integration-status.js';
import { TokenUnreadableError } from '../../integration/credential.errors.js';
import { CredentialStore } from '../store/credential-store.js';
import { Credential } from '../../integration/credential.entity.js';
import { fingerprint, RefreshJournal, type JournalEntry } from '../journal/token-journal.js';
import { UnreadableTokens } from '../store/unreadable-tokens.js';

const RETRY_MS = 1_000;

/** Brings pairs from the journal into the database: at start, and again and again after a commit that failed. */
@Injectable()
export class JournalReplay implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(JournalReplay.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly journal: RefreshJournal,
    private readonly store: CredentialStore,
    private readonly system: SystemContext,
    private readonly expiry: IntegrationExpiry,
    private readonly unreadable: UnreadableTokens,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.register(() => this.all());
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Tries until the journal is empty. */
  soon(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.all(), RETRY_MS);
  }

  /**
   * Inside the transaction that holds, or is about to take, the row's lock.
   * @returns the entries that the database holds once that transaction is committed: discard them then
   */
  async into(em: EntityManager, credentialId: string): Promise<JournalEntry[]> {
    const entries = (await this.journal.all()).filter((entry) => entry.credentialId === credentialId);
    if (entries.length > 0) await this.apply(em, credentialId, entries);
    return entries;
  }

  private async all(): Promise<void> {
    const ids = new Set((await this.journal.all()).map(({ credentialId }) => credentialId));
    for (const id of ids) {
      try {
        const done = await this.system.transaction('replay a refresh', (em) => this.into(em, id));
        for (const entry of done) await this.journal.discard(entry);
      } catch (error) {
        await this.notYet(id, error);
      }
    }
  }

  /** While the token that a pair follows on cannot be read, trying again helps nothing: the pair stays in the journal. */
  private async notYet(id: string, error: unknown): Promise<void> {
    if (error instanceof TokenUnreadableError) return await this.unreadable.note(id, error);
    this.logger.warn(`a new pair is still not committed: ${messageOf(error)}`);
    this.soon();
  }

  /** Only what follows on the token that the database still holds: the rest is committed already, or out of date. */
  private async apply(em: EntityManager, id: string, entries: JournalEntry[]): Promise<void> {
    const row = await em
      .getRepository(Credential)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row?.refreshToken) return;
    const held = fingerprint(this.store.refreshToken(row));
    const next = entries.find(({ replaced }) => replaced === held);
    if (!next) return;
    await this.store.replace(em, id, next.pair, new Date(next.answeredAt));
    if (!row.rejectedAt) return;
    // Another process has tried the old token meanwhile and took the refusal for the end.
    await this.expiry.revive(em, id);
  }
}
