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
// What processes write under an older key meanwhile is found by another pass; passes end all the same.
const MAX_PASSES = 5;

/** Whose token a skipped row holds. */
export interface RowOwner {
  organisationId: string;
  integrationId: string;
  /** As on TikTok; null when TikTok did not tell. */
  username: string | null;
}

const OWNERS: Record<SealedTable['table'], string> = {
  credentials: '$1 IN (i.credential_id, i.account_credential_id, i.advertiser_credential_id)',
  publications: 'i.id = (SELECT integration_id FROM publications WHERE id = $1)',
};

/** A row that could not be encrypted again, because it cannot be read. */
export interface SkippedRow {
  table: SealedTable['table'];
  id: string;
  error: SecretUnreadableError;
}

type Row = Record<string, string | null>;

/**
 * Encrypts everything again with the newest key, row by row, while the service goes on reading and refreshing. Safe to
 * run again, and twice at once.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly cipher: TokenCipher,
    private readonly processes: ProcessRegister,
  ) {}

  /** Running processes that could not read what the newest key encrypts. */
  async lacking(): Promise<LiveProcess[]> {
    const newest = this.config.encryptionKeys[0].id;
    const others = (await this.processes.live()).filter(({ id }) => id !== this.processes.id);
    return others.filter(({ keyIds }) => !keyIds.includes(newest));
  }

  /**
   * What cannot be read is left as it is; everything else is rotated all the same.
   * @returns how many rows were encrypted again
   * @throws KeyNotEverywhereError as soon as a process runs that lacks the newest key
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

  /** How many rows hold something under another key than the newest. */
  async outdated(): Promise<number> {
    const counts = SEALED_TABLES.map(({ table, columns }) => {
      const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${outdatedIn(columns)}`;
      return this.system.transaction('count what is under old keys', async (em) => {
        const [row] = await queryRows<{ n: number }>(em, sql, [this.prefix]);
        return row?.n ?? 0;
      });
    });
    return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
  }

  /** The accounts that need what a row holds. */
  ownersOf({ table, id }: Pick<SkippedRow, 'table' | 'id'>): Promise<RowOwner[]> {
    const sql = `SELECT i.organisation_id AS "organisationId", i.id AS "integrationId",
        coalesce(i.username, i.display_name) AS username
      FROM integrations i WHERE ${OWNERS[table]} ORDER BY i.id`;
    return this.system.transaction('whose token is it', (em) => queryRows<RowOwner>(em, sql, [id]));
  }

  /** In their order, so that one pass meets each row once, readable or not. */
  private async *ids({ table, columns }: SealedTable): AsyncGenerator<string> {
    const sql = `SELECT id FROM ${table} WHERE id > $2 AND (${outdatedIn(columns)}) ORDER BY id LIMIT $3`;
    for (let after: string | undefined = NO_ID; after !== undefined;) {
      const lacking = await this.lacking();
      if (lacking.length > 0) throw new KeyNotEverywhereError(this.config.encryptionKeys[0].id, lacking);
      const rows: { id: string }[] = await this.system.transaction('find what is under old keys', (em) =>
        queryRows<{ id: string }>(em, sql, [this.prefix, after, BATCH]),
      );
      for (const { id } of rows) yield id;
      after = rows.at(-1)?.id;
    }
  }

  /** Under the row's lock: a refresh at the same time waits, or comes first and has used the newest key already. */
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
