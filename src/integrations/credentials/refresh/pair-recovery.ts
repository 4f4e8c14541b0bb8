import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SystemContext } from '../../../database/index.js';
import type { Credential } from '../../integration/credential.entity.js';
import { TokenUnreadableError } from '../../integration/credential.errors.js';
import { IntegrationStatus } from '../../integration/integration-status.js';
import { fingerprint, type RefreshEntry } from '../journal/journal-entry.js';
import { JournalReplay } from '../journal/journal-replay.js';
import { TokenJournal } from '../journal/token-journal.js';
import { CredentialStore } from '../store/credential-store.js';
import { lockCredential } from '../store/credential-use.js';
import { TokenVault } from '../store/token-vault.js';
import { UnreadableTokens } from '../store/unreadable-tokens.js';

/** Commits refreshed pairs that the journal of this machine still holds. */
@Injectable()
export class PairRecovery implements OnModuleInit {
  constructor(
    private readonly journal: TokenJournal,
    private readonly replay: JournalReplay,
    private readonly store: CredentialStore,
    private readonly vault: TokenVault,
    private readonly system: SystemContext,
    private readonly status: IntegrationStatus,
    private readonly unreadable: UnreadableTokens,
  ) {}

  onModuleInit(): void {
    this.replay.register('refresh', (entry) => this.recover(entry));
  }

  /**
   * Applies the journal to a row inside the transaction that holds its lock.
   * @returns the row as it is then, and the entries to discard once that transaction is committed
   */
  async into(em: EntityManager, row: Credential): Promise<{ row: Credential; applied: RefreshEntry[] }> {
    const applied = await this.journal.all('refresh', row.id);
    let current = row;
    for (const entry of applied) current = await this.apply(em, current, entry);
    return { row: current, applied };
  }

  async discard(entries: readonly RefreshEntry[]): Promise<void> {
    for (const entry of entries) await this.journal.discard('refresh', entry);
  }

  private async recover(entry: RefreshEntry): Promise<void> {
    const { credentialId } = entry;
    try {
      await this.system.transaction('replay a refresh', async (em) => {
        const row = await lockCredential(em, credentialId);
        if (row) await this.apply(em, row, entry);
      });
    } catch (error) {
      if (!(error instanceof TokenUnreadableError)) throw error;
      // Retrying cannot help until the stored token can be read, so the pair stays in the journal.
      return await this.unreadable.note(credentialId, error);
    }
    await this.discard([entry]);
  }

  /** Applies a pair that follows the stored refresh token. Any other is committed already, or outdated. */
  private async apply(em: EntityManager, row: Credential, entry: RefreshEntry): Promise<Credential> {
    if (!row.refreshToken || fingerprint(this.vault.refreshToken(row)) !== entry.replaced) return row;
    const current = await this.store.replace(em, row, entry.pair, new Date(entry.answeredAt));
    // Another process has used the old token in the meantime, and took TikTok's rejection for the end.
    if (row.rejectedAt) await this.status.revive(em, row.id);
    return current;
  }
}
