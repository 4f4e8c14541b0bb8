import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../config/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';

/** The number of working credentials that one key encrypts. */
export interface KeyCount {
  keyId: string;
  credentials: number;
}

// Walks from one key id to the next by the index, so a million credentials cost no more than one.
const IDS = `
  WITH RECURSIVE ids AS (
    (SELECT key_id AS id FROM credentials WHERE rejected_at IS NULL ORDER BY key_id LIMIT 1)
    UNION ALL
    SELECT (SELECT c.key_id FROM credentials c WHERE c.rejected_at IS NULL AND c.key_id > ids.id
      ORDER BY c.key_id LIMIT 1)
    FROM ids WHERE ids.id IS NOT NULL)
  SELECT id AS "keyId" FROM ids WHERE id ~ '^[A-Za-z0-9_-]{1,32}$'`;

const COUNTS = `
  SELECT key_id AS "keyId", count(*)::int AS credentials FROM credentials
  WHERE rejected_at IS NULL AND key_id ~ '^[A-Za-z0-9_-]{1,32}$' GROUP BY key_id ORDER BY key_id`;

/** Finds which encryption keys the working credentials need. */
@Injectable()
export class KeyCensus {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {}

  /** Returns the ids of keys that stored tokens name and that are not configured here. */
  async missing(): Promise<string[]> {
    const rows = await this.system.transaction('which keys do tokens need', (em) =>
      queryRows<{ keyId: string }>(em, IDS),
    );
    return rows.map(({ keyId }) => keyId).filter((id) => !this.isConfigured(id));
  }

  counts(): Promise<KeyCount[]> {
    return this.system.transaction('how many tokens need which key', (em) => queryRows<KeyCount>(em, COUNTS));
  }

  isConfigured(keyId: string): boolean {
    return this.config.encryptionKeys.some(({ id }) => id === keyId);
  }
}
