import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { codeOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SecretUnreadableError, StoredSecrets, TokenCipher } from '../../integrations/index.js';
import { describeFileError, writeProbe } from '../../runtime/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { quoted } from '../wording.js';

export interface JournalFacts {
  /** Why it is not writable. */
  failure?: string;
  waiting: number;
  /** The keys of entries that cannot be decrypted. */
  unreadable: readonly string[];
}

/** Checks DATA_DIR/token-journal, which stores new tokens until they are in the database. */
@Injectable()
export class TokenJournalCheck extends Check {
  readonly name = 'token_journal';

  constructor(
    private readonly config: AppConfig,
    private readonly secrets: StoredSecrets,
    private readonly cipher: TokenCipher,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const folder = path.join(this.config.dataDir, 'token-journal');
    const failure = await writeProbe(folder).then(
      () => undefined,
      (error: unknown) => describeFileError(codeOf(error)),
    );
    const unreadable: string[] = [];
    const records = await this.secrets.journalled();
    for (const { record, place } of records) {
      try {
        this.cipher.decrypt(record, place);
      } catch (error) {
        if (!(error instanceof SecretUnreadableError)) throw error;
        unreadable.push(error.keyId ?? '?');
      }
    }
    return journalVerdict({ ...(failure !== undefined && { failure }), waiting: records.length, unreadable });
  }
}

export function journalVerdict({ failure, waiting, unreadable }: JournalFacts): Verdict {
  if (failure !== undefined) {
    return problem(
      `DATA_DIR/token-journal is not writable: ${failure}. A new TikTok token is lost if the process crashes before it is in the database.`,
      "Free some space, make the folder writable for the service's user, or set DATA_DIR to another folder.",
    );
  }
  if (unreadable.length > 0) {
    return problem(
      `${unreadable.length} of ${waiting} entries in DATA_DIR/token-journal cannot be decrypted. They need the keys ${quoted([...new Set(unreadable)])}.`,
      'Add the missing key to TOKEN_ENCRYPTION_KEYS and restart; these tokens are then saved automatically.',
    );
  }
  if (waiting > 0) {
    return warning(
      `${waiting} new tokens in DATA_DIR/token-journal are not in the database yet.`,
      'The service saves them automatically, within seconds after the database is back. Run the doctor again.',
    );
  }
  return ok('DATA_DIR/token-journal is writable and empty.');
}
