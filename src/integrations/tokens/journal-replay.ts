import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { messageOf } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { IntegrationExpiry } from '../life/integration-expiry.js';
import { CredentialStore } from './credential-store.js';
import { Credential } from './credential.entity.js';
import { fingerprint, RefreshJournal, type JournalEntry } from './refresh-journal.js';

const RETRY_MS = 1_000;

/** Brings pairs from the journal into the database: at start, and again and again after a commit that failed. */
@Injectable()
export class JournalReplay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(JournalReplay.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly journal: RefreshJournal,
    private readonly store: CredentialStore,
    private readonly system: SystemContext,
    private readonly expiry: IntegrationExpiry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.all();
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

  /** Inside the transaction that holds, or is about to take, the row's lock. */
  async into(em: EntityManager, credentialId: string): Promise<void> {
    const entry = (await this.journal.all()).find((candidate) => candidate.credentialId === credentialId);
    if (entry) await this.apply(em, entry);
  }

  private async all(): Promise<void> {
    for (const entry of await this.journal.all()) {
      try {
        await this.system.transaction('replay a refresh', (em) => this.apply(em, entry));
        await this.journal.discard(entry.credentialId);
      } catch (error) {
        this.logger.warn(`a new pair is still not committed: ${messageOf(error)}`);
        this.soon();
      }
    }
  }

  /** Only when the database still holds the token that the pair replaced: otherwise it is committed, or out of date. */
  private async apply(em: EntityManager, entry: JournalEntry): Promise<void> {
    const { credentialId: id, replaced, pair, answeredAt } = entry;
    const row = await em
      .getRepository(Credential)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row?.refreshToken || fingerprint(this.store.refreshToken(row)) !== replaced) return;
    await this.store.replace(em, id, pair, new Date(answeredAt));
    if (!row.rejectedAt) return;
    // Another process has tried the old token meanwhile and took the refusal for the end.
    await this.expiry.revive(em, id);
  }
}
