import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig, type EncryptionKey } from '../../../config/index.js';
import { queryRows, StartRefusedError, SystemContext } from '../../../database/index.js';
import { SecretUnreadableError } from '../../integration/credential.errors.js';
import type { JournalRecord } from '../journal/journal-files.js';
import { decryptWith, encryptWith } from '../store/token-cipher.js';
import { StoredSecrets } from './stored-secrets.js';

const FIELD = 'encryption_key_check';
const PLAIN = 'tiktok-connector';
// Processes that start together with different keys of one id take turns: the second finds what the first has proved.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('${FIELD}', 0))`;
const FIND = `SELECT check_value AS record FROM encryption_key_checks WHERE key_id = $1`;
const ADD = `INSERT INTO encryption_key_checks (key_id, check_value) VALUES ($1, $2)`;

/**
 * A key of the right form may still be the wrong one. The database keeps a proof of each key id, encrypted with its key: a
 * key that does not open it is another key under the same name, and must encrypt nothing.
 */
@Injectable()
export class KeyChecks {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly secrets: StoredSecrets,
  ) {}

  /**
   * Proves every configured key, and remembers those that are new.
   * @throws StartRefusedError naming each key that is wrong; nothing is remembered then
   */
  async assertGenuine(): Promise<void> {
    await this.system.transaction('prove the encryption keys', async (em) => {
      await em.query(LOCK);
      const complaints: string[] = [];
      for (const key of this.config.encryptionKeys) complaints.push(...(await this.prove(em, key)));
      if (complaints.length > 0) throw wrongKeys(complaints);
    });
  }

  /** Ids of configured keys that are wrong. Changes nothing. */
  wrongKeys(): Promise<string[]> {
    return this.system.transaction('look at the encryption keys', async (em) => {
      const wrong: string[] = [];
      for (const key of this.config.encryptionKeys)
        if ((await this.verdictOn(em, key)).message !== undefined) wrong.push(key.id);
      return wrong;
    });
  }

  private async prove(em: EntityManager, key: EncryptionKey): Promise<string[]> {
    const { message, isKnown } = await this.verdictOn(em, key);
    if (message !== undefined) return [message];
    if (!isKnown) await em.query(ADD, [key.id, encryptWith(key, PLAIN, placeOf(key))]);
    return [];
  }

  private async verdictOn(
    em: EntityManager,
    key: EncryptionKey,
  ): Promise<{ isKnown: boolean; message?: string }> {
    const [known] = await queryRows<{ record: string }>(em, FIND, [key.id]);
    if (known) {
      const opens = isOpenedBy(key, { record: known.record, place: placeOf(key) });
      return { isKnown: true, ...(!opens && { message: `"${key.id}"` }) };
    }
    // Of a version that kept no proofs: what the key has encrypted has to do.
    const message = complaintAfter(key, await this.secrets.sample(em, key.id));
    return { isKnown: false, ...(message !== undefined && { message }) };
  }
}

/**
 * Single records may be damaged, and others may have been written with a wrong key of the same name before there were
 * proofs: the key must open at least half.
 */
function complaintAfter(key: EncryptionKey, sample: readonly JournalRecord[]): string | undefined {
  const opened = sample.filter((one) => isOpenedBy(key, one)).length;
  if (opened * 2 >= sample.length) return undefined;
  return `"${key.id}" (it opens ${opened} of ${sample.length} stored values that were encrypted under this name)`;
}

function isOpenedBy(key: EncryptionKey, { record, place }: JournalRecord): boolean {
  try {
    decryptWith(key, record, place);
    return true;
  } catch (error) {
    if (error instanceof SecretUnreadableError) return false;
    throw error;
  }
}

function placeOf({ id }: EncryptionKey): JournalRecord['place'] {
  return { recordId: id, field: FIELD };
}

function wrongKeys(complaints: string[]): StartRefusedError {
  const which = complaints.length === 1 ? 'is not the key' : 'are not the keys';
  return new StartRefusedError(
    `TOKEN_ENCRYPTION_KEYS: ${complaints.join(', ')} ${which} that this database knows under this name. Put the right ` +
      'key back. A new key needs a name of its own, the part before the colon, that was never used here.',
  );
}
