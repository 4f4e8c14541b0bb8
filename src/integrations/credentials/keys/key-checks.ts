import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig, type EncryptionKey } from '../../../config/index.js';
import { queryRows, StartRefusedError, SystemContext } from '../../../database/index.js';
import { SecretUnreadableError } from '../../integration/credential.errors.js';
import type { JournalRecord } from '../journal/token-journal.js';
import { decryptWith, encryptWith } from '../store/token-cipher.js';
import { StoredSecrets } from './stored-secrets.js';

const FIELD = 'encryption_key_check';
const PLAIN = 'tiktok-connector';
// Processes that start together with different keys of one id take turns: the second one sees the first one's proof.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('${FIELD}', 0))`;
const FIND = `SELECT check_value AS record FROM encryption_key_checks WHERE key_id = $1`;
const ADD = `INSERT INTO encryption_key_checks (key_id, check_value) VALUES ($1, $2)`;

/**
 * Verifies the configured keys, since a well-formed key may still be the wrong one. The database keeps a proof of each key
 * id, encrypted with its key. A key that does not decrypt it is another key of the same name, and must encrypt nothing.
 */
@Injectable()
export class KeyChecks {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly secrets: StoredSecrets,
  ) {}

  /**
   * Verifies every configured key, and stores a proof of each new one.
   * @throws StartRefusedError naming each wrong key; no proof is stored then
   */
  async assertGenuine(): Promise<void> {
    await this.system.transaction('verify the encryption keys', async (em) => {
      await em.query(LOCK);
      const problems: string[] = [];
      for (const key of this.config.encryptionKeys) problems.push(...(await this.prove(em, key)));
      if (problems.length > 0) throw wrongKeys(problems);
    });
  }

  /** Returns the ids of configured keys that are wrong. Changes nothing. */
  wrongKeys(): Promise<string[]> {
    return this.system.transaction('check the encryption keys', async (em) => {
      const wrong: string[] = [];
      for (const key of this.config.encryptionKeys)
        if ((await this.examine(em, key)).message !== undefined) wrong.push(key.id);
      return wrong;
    });
  }

  private async prove(em: EntityManager, key: EncryptionKey): Promise<string[]> {
    const { message, isKnown } = await this.examine(em, key);
    if (message !== undefined) return [message];
    if (!isKnown) await em.query(ADD, [key.id, encryptWith(key, PLAIN, placeOf(key))]);
    return [];
  }

  private async examine(
    em: EntityManager,
    key: EncryptionKey,
  ): Promise<{ isKnown: boolean; message?: string }> {
    const [known] = await queryRows<{ record: string }>(em, FIND, [key.id]);
    if (known) {
      const opens = isOpenedBy(key, { record: known.record, place: placeOf(key) });
      return { isKnown: true, ...(!opens && { message: `"${key.id}"` }) };
    }
    // An older version kept no proofs, so stored values have to serve as one.
    const message = problemWith(key, await this.secrets.sample(em, key.id));
    return { isKnown: false, ...(message !== undefined && { message }) };
  }
}

/**
 * Accepts a key that decrypts at least half of a sample. Some records may be damaged, or were written with a wrong key of
 * the same name before there were proofs.
 */
function problemWith(key: EncryptionKey, sample: readonly JournalRecord[]): string | undefined {
  const opened = sample.filter((one) => isOpenedBy(key, one)).length;
  if (opened * 2 >= sample.length) return undefined;
  return `"${key.id}" (it decrypts ${opened} of ${sample.length} stored values that were encrypted under this name)`;
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

function wrongKeys(problems: string[]): StartRefusedError {
  const which = problems.length === 1 ? 'is not the key' : 'are not the keys';
  return new StartRefusedError(
    `TOKEN_ENCRYPTION_KEYS: ${problems.join(', ')} ${which} that this database knows by this name. Put the right ` +
      'key back. Give a new key a name of its own (the part before the colon) that was never used here.',
  );
}
