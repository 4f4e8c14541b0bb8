import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../../database/index.js';
import { ConsentJournal } from '../../connect/consent-journal.js';
import type { JournalRecord } from '../journal/journal-files.js';
import { RefreshJournal } from '../journal/token-journal.js';
import { keyIdOf } from '../store/token-cipher.js';
import { SEALED_TABLES, type SealedTable } from './sealed-columns.js';

const SAMPLE = 100;

/** What is encrypted at rest, wherever it lies. */
@Injectable()
export class StoredSecrets {
  constructor(
    private readonly refreshes: RefreshJournal,
    private readonly consents: ConsentJournal,
  ) {}

  /** Some of what the key of this id has encrypted, chosen at random. */
  async sample(em: EntityManager, keyId: string): Promise<JournalRecord[]> {
    const found: JournalRecord[] = await this.journalled();
    for (const sealed of SEALED_TABLES) found.push(...(await sampleOf(em, sealed, keyId)));
    return found.filter(({ record }) => keyIdOf(record) === keyId);
  }

  /** The token journal of this machine. */
  async journalled(): Promise<JournalRecord[]> {
    return [...(await this.refreshes.records()), ...(await this.consents.records())];
  }

  /** Afterwards the journal of this machine needs the newest key only. */
  async renewJournal(): Promise<void> {
    await this.refreshes.renew();
    await this.consents.renew();
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
