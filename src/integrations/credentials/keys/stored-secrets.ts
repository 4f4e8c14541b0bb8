import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../../database/index.js';
import { TokenJournal, type JournalRecord } from '../journal/token-journal.js';
import { keyIdOf } from '../store/token-cipher.js';
import { SEALED_TABLES, type SealedTable } from './sealed-columns.js';

const SAMPLE = 100;

/** Reads the values that are encrypted at rest, in the database and in the token journal. */
@Injectable()
export class StoredSecrets {
  constructor(private readonly journal: TokenJournal) {}

  /** Returns a random sample of what the key of this id has encrypted. */
  async sample(em: EntityManager, keyId: string): Promise<JournalRecord[]> {
    const found: JournalRecord[] = await this.journalled();
    for (const sealed of SEALED_TABLES) found.push(...(await sampleOf(em, sealed, keyId)));
    return found.filter(({ record }) => keyIdOf(record) === keyId);
  }

  /** Returns the token journal of this machine. */
  journalled(): Promise<JournalRecord[]> {
    return this.journal.records();
  }

  /** Re-encrypts the token journal of this machine, so that it needs the newest key only. */
  async renewJournal(): Promise<void> {
    await this.journal.renew();
  }
}

async function sampleOf(em: EntityManager, sealed: SealedTable, keyId: string): Promise<JournalRecord[]> {
  const { table, columns } = sealed;
  const which = table === 'credentials' ? 'key_id = $1' : `starts_with(${columns[0]}, 'v1.' || $1 || '.')`;
  const sql = `SELECT id, ${columns.join(', ')} FROM ${table} WHERE ${which} ORDER BY random() LIMIT $2`;
  const rows = await queryRows<Record<string, string | null>>(em, sql, [keyId, SAMPLE]);
  return rows.flatMap((row) =>
    columns.flatMap((field) => {
      const record = row[field];
      return record ? [{ record, place: { recordId: row.id ?? '', field } }] : [];
    }),
  );
}
