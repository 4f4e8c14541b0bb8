import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../../../config/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import { ProcessRegister, type LiveProcess } from '../../../runtime/index.js';
import { SEALED_TABLES, type SealedTable } from './sealed-columns.js';
import { KeyNotEverywhereError, SecretUnreadableError } from '../../integration/credential.errors.js';
import { TokenCipher } from '../store/token-cipher.js';

const BATCH = 100;
const NO_ID = '00000000-0000-0000-0000-000000000000';
// Another pass finds what processes wrote with an older key in the meantime. The number of passes is limited.
const MAX_PASSES = 5;

/** An account whose token a skipped row holds. */
export interface RowOwner {
  organisationId: string;
  integrationId: string;
  /** As on TikTok; null when TikTok did not share it. */
  username: string | null;
}

const OWNERS: Record<SealedTable['table'], string> = {
  credentials: '$1 IN (i.credential_id, i.account_credential_id, i.advertiser_credential_id)',
  publications: 'i.id = (SELECT integration_id FROM publications WHERE id = $1)',
  // A secret of the organisation, and of none of its accounts.
  crm_webhooks: '$1::uuid IS NULL',
};

/** A row that was not re-encrypted, because it cannot be read. */
export interface SkippedRow {
  table: SealedTable['table'];
  id: string;
  error: SecretUnreadableError;
}

type Row = Record<string, string | null>;

/**
 * Re-encrypts everything with the newest key, row by row, while the service keeps reading and refreshing. Safe to repeat
 * and to run twice at once.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly cipher: TokenCipher,
    private readonly processes: ProcessRegister,
  ) {}

  /** Returns the running processes that lack the newest key. */
  async lacking(): Promise<LiveProcess[]> {
    const newest = this.config.encryptionKeys[0].id;
    const others = (await this.processes.live()).filter(({ id }) => id !== this.processes.id);
    return others.filter(({ keyIds }) => !keyIds.includes(newest));
  }

  /**
   * Rotates all rows that can be read, and leaves the others as they are.
   * @returns the number of re-encrypted rows
   * @throws KeyNotEverywhereError as soon as a running process lacks the newest key
   */
  async rotate(
    onProgress: (done: number, total: number) => void,
    onSkipped: (row: SkippedRow) => void = () => undefined,
  ): Promise<number> {
    const skipped = new Set<string>();
    const total = await this.outdated();
    let rotated = 0;
    for (let pass = 0; pass < MAX_PASSES && (await this.outdated()) > skipped.size; pass += 1) {
      for (const sealed of SEALED_TABLES)
        for await (const id of this.ids(sealed)) {
          const outcome = await this.rewrite(sealed, id);
          if (outcome === 'rotated') rotated += 1;
          else if (outcome !== 'current' && !skipped.has(id)) {
            skipped.add(id);
            onSkipped({ table: sealed.table, id, error: outcome });
          }
          const done = rotated + skipped.size;
          if (done > 0 && done % BATCH === 0) onProgress(done, Math.max(done, total));
        }
    }
    return rotated;
  }

  /** Counts the rows that another key than the newest encrypts. */
  async outdated(): Promise<number> {
    const counts = SEALED_TABLES.map(({ table, columns }) => {
      const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${outdatedIn(columns)}`;
      return this.system.transaction('count rows under old keys', async (em) => {
        const [row] = await queryRows<{ n: number }>(em, sql, [this.prefix]);
        return row?.n ?? 0;
      });
    });
    return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
  }

  /** Returns the accounts that need a row's token. */
  ownersOf({ table, id }: Pick<SkippedRow, 'table' | 'id'>): Promise<RowOwner[]> {
    const sql = `SELECT i.organisation_id AS "organisationId", i.id AS "integrationId",
        coalesce(i.username, i.display_name) AS username
      FROM integrations i WHERE ${OWNERS[table]} ORDER BY i.id`;
    return this.system.transaction('whose token is it', (em) => queryRows<RowOwner>(em, sql, [id]));
  }

  /** Lists the ids in order, so that one pass visits each row once, readable or not. */
  private async *ids({ table, columns }: SealedTable): AsyncGenerator<string> {
    const sql = `SELECT id FROM ${table} WHERE id > $2 AND (${outdatedIn(columns)}) ORDER BY id LIMIT $3`;
    for (let after: string | undefined = NO_ID; after !== undefined;) {
      const lacking = await this.lacking();
      if (lacking.length > 0) throw new KeyNotEverywhereError(this.config.encryptionKeys[0].id, lacking);
      const rows: { id: string }[] = await this.system.transaction('find rows under old keys', (em) =>
        queryRows<{ id: string }>(em, sql, [this.prefix, after, BATCH]),
      );
      for (const { id } of rows) yield id;
      after = rows.at(-1)?.id;
    }
  }

  /** Re-encrypts a row under its lock: a concurrent refresh waits, or ran first and already used the newest key. */
  private rewrite(sealed: SealedTable, id: string): Promise<'rotated' | 'current' | SecretUnreadableError> {
    const { table, columns } = sealed;
    return this.system.transaction('encrypt with the newest key', async (em) => {
      const [row] = await queryRows<Row>(
        em,
        `SELECT ${columns.join(', ')} FROM ${table} WHERE id = $1 FOR UPDATE`,
        [id],
      );
      const outdated = columns.filter((column) => row?.[column] && !this.cipher.isCurrent(row[column]));
      if (!row || outdated.length === 0) return 'current';
      try {
        await this.update(em, sealed, id, row);
        return 'rotated';
      } catch (error) {
        if (error instanceof SecretUnreadableError) return error;
        throw error;
      }
    });
  }

  private async update(
    em: EntityManager,
    { table, columns }: SealedTable,
    id: string,
    row: Row,
  ): Promise<void> {
    const values = columns.map((field) => {
      const record = row[field];
      const place = { recordId: id, field };
      return record ? this.cipher.encrypt(this.cipher.decrypt(record, place), place) : null;
    });
    const assignments = columns.map((column, index) => `${column} = $${index + 2}`).join(', ');
    await em.query(`UPDATE ${table} SET ${assignments} WHERE id = $1`, [id, ...values]);
  }

  private get prefix(): string {
    return `v1.${this.config.encryptionKeys[0].id}.`;
  }
}

function outdatedIn(columns: readonly string[]): string {
  return columns.map((column) => `NOT starts_with(${column}, $1)`).join(' OR ');
}
