import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { TokenCipher } from '../../integrations/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const BATCH = 500;
const START = '00000000-0000-0000-0000-000000000000';
const PAGE = `SELECT id, access_token, refresh_token FROM credentials WHERE id > $1 ORDER BY id LIMIT $2`;

interface Row {
  id: string;
  access_token: string;
  refresh_token: string | null;
}

/** Which keys the stored tokens need, as counts of credentials. */
export interface KeyUse {
  /** By key id; a credential whose two tokens are under different keys counts for both. */
  underKey: ReadonlyMap<string, number>;
  credentials: number;
  undecryptable: number;
}

/** Every stored token can be read, and under which key of TOKEN_ENCRYPTION_KEYS. What is read is forgotten at once. */
@Injectable()
export class EncryptionKeysCheck extends Check {
  readonly name = 'encryption_keys';

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly cipher: TokenCipher,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    return keysVerdict(
      this.config.encryptionKeys.map(({ id }) => id),
      await this.use(),
    );
  }

  private async use(): Promise<KeyUse> {
    const underKey = new Map<string, number>();
    let [credentials, undecryptable] = [0, 0];
    for (let rows = await this.page(START); rows.length > 0; rows = await this.page(rows.at(-1)?.id ?? '')) {
      for (const row of rows) {
        const records = [row.access_token, row.refresh_token].filter((record) => record !== null);
        for (const id of new Set(records.map(keyOf))) underKey.set(id, (underKey.get(id) ?? 0) + 1);
        if (!this.isReadable(row)) undecryptable += 1;
      }
      credentials += rows.length;
    }
    return { underKey, credentials, undecryptable };
  }

  private page(after: string): Promise<Row[]> {
    return this.system.transaction('doctor: which keys tokens need', (em) =>
      queryRows<Row>(em, PAGE, [after, BATCH]),
    );
  }

  private isReadable({ id, access_token: access, refresh_token: refresh }: Row): boolean {
    try {
      this.cipher.decrypt(access, { recordId: id, field: 'access_token' });
      if (refresh !== null) this.cipher.decrypt(refresh, { recordId: id, field: 'refresh_token' });
      return true;
    } catch {
      return false;
    }
  }
}

/** @param configured ids of the keys, newest first */
export function keysVerdict(configured: readonly string[], use: KeyUse): Verdict {
  const { underKey, credentials, undecryptable } = use;
  const counts = [...underKey].map(([id, count]) => `"${id}": ${count}`).join(', ');
  const told = credentials === 0 ? 'No credentials yet' : `Credentials by key: ${counts}`;
  const missing = [...underKey.keys()].filter((id) => !configured.includes(id));
  if (undecryptable > 0) {
    const why = missing.length > 0 ? ` Not configured: ${quoted(missing)}.` : '';
    return problem(
      `${undecryptable} of ${credentials} credentials cannot be decrypted. ${told}.${why}`,
      'Put the missing key back into TOKEN_ENCRYPTION_KEYS, behind the first. If it is lost, those accounts must be connected again.',
    );
  }
  const [newest, ...older] = configured;
  const needed = older.filter((id) => underKey.has(id));
  if (needed.length > 0) {
    return warning(
      `${told}; all can be decrypted. Still needed besides the newest key "${newest ?? ''}": ${quoted(needed)}.`,
      'Run npm run keys:rotate, and take the older keys off TOKEN_ENCRYPTION_KEYS afterwards.',
    );
  }
  const idle = older.length > 0 ? ` No longer needed: ${quoted(older)}.` : '';
  return ok(`${told}${credentials > 0 ? '; all can be decrypted' : ''}.${idle}`);
}

/** Of `v1.<key id>.…`; what has another form is told as "?". */
function keyOf(record: string): string {
  return /^v1\.([A-Za-z0-9_-]{1,32})\./.exec(record)?.[1] ?? '?';
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ');
}
