import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { codeOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SecretUnreadableError, StoredSecrets, TokenCipher } from '../../integrations/index.js';
import { fileTrouble, writeProbe } from '../../runtime/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { quoted } from '../wording.js';

export interface JournalFacts {
  /** Why it cannot be written. */
  failure?: string;
  waiting: number;
  /** Of those that cannot be decrypted: the keys that they name. */
  unreadable: readonly string[];
}

/** New tokens wait in DATA_DIR/token-journal until the database has them. */
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
      (error: unknown) => fileTrouble(codeOf(error)),
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
      `DATA_DIR/token-journal cannot be written: ${failure}. A new TikTok token is lost if the process dies before the database has it.`,
      'Free space, give the folder to the user that runs the service, or set DATA_DIR to another folder.',
    );
  }
  if (unreadable.length > 0) {
    return problem(
      `${unreadable.length} of ${waiting} entries in DATA_DIR/token-journal cannot be read. They name the keys ${quoted([...new Set(unreadable)])}.`,
      'Put the missing key back into TOKEN_ENCRYPTION_KEYS and restart; these tokens are then saved by themselves.',
    );
  }
  if (waiting > 0) {
    return warning(
      `${waiting} new tokens wait in DATA_DIR/token-journal until the database has them.`,
      'The service saves them by itself, within seconds of the database being back. Ask the doctor again.',
    );
  }
  return ok('DATA_DIR/token-journal can be written, and nothing waits in it.');
}
