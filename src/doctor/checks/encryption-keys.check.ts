import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { KeyChecks } from '../../integrations/index.js';
import { ProcessRegister, type LiveProcess } from '../../runtime/index.js';
import { Check, type Patient } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { StoredKeys, type KeyUse } from '../stored-keys.js';
import { processName, quoted } from '../wording.js';

/** What is to be known for a verdict on the keys. */
export interface KeyFacts {
  /** Ids of the keys of TOKEN_ENCRYPTION_KEYS, newest first. */
  configured: readonly string[];
  /** Of these, the ones that the database knows as other keys. */
  wrong: readonly string[];
  use: KeyUse;
  running: readonly Pick<LiveProcess, 'role' | 'host' | 'pid' | 'keyIds'>[];
}

/** Every stored token can be read, and under which key of TOKEN_ENCRYPTION_KEYS. */
@Injectable()
export class EncryptionKeysCheck extends Check {
  readonly name = 'encryption_keys';

  constructor(
    private readonly config: AppConfig,
    private readonly checks: KeyChecks,
    private readonly stored: StoredKeys,
    private readonly processes: ProcessRegister,
  ) {
    super();
  }

  async examine(patient: Patient): Promise<Verdict> {
    return keysVerdict({
      configured: this.config.encryptionKeys.map(({ id }) => id),
      wrong: await this.checks.wrongKeys(),
      use: await this.stored.use(patient),
      running: await this.processes.live(),
    });
  }
}

export function keysVerdict(facts: KeyFacts): Verdict {
  const { configured, wrong, use } = facts;
  if (wrong.length > 0) {
    return problem(
      `Not the key that this database knows under its name: ${quoted(wrong)}. The service does not start with it.`,
      'Put the right key back into TOKEN_ENCRYPTION_KEYS. A new key needs a name that was never used.',
    );
  }
  if (use.unreadable > 0) return unreadableVerdict(configured, use);
  const [newest = '', ...older] = configured;
  const needed = older.filter((id) => use.underKey.has(id));
  if (needed.length > 0) {
    return warning(
      `${told(use)}; all can be decrypted. Still needed besides the newest key "${newest}": ${quoted(needed)}.`,
      'Run npm run keys:rotate when every process has the newest key first, and then ask the doctor again.',
    );
  }
  const text = `${told(use)}${use.credentials > 0 ? '; all can be decrypted' : ''}.`;
  return older.length > 0 ? idleVerdict(text, newest, older, facts.running) : ok(text);
}

function unreadableVerdict(configured: readonly string[], use: KeyUse): Verdict {
  const missing = [...use.underKey.keys()].filter((id) => !configured.includes(id));
  const why = missing.length > 0 ? ` Not configured: ${quoted(missing)}.` : '';
  const whose = use.accounts.length > 0 ? ` These accounts do not work: ${use.accounts.join(', ')}.` : '';
  return problem(
    `${use.unreadable} of ${use.credentials} credentials cannot be decrypted. ${told(use)}.${why}${whose}`,
    'Put the missing key back into TOKEN_ENCRYPTION_KEYS, behind the first. If it is lost, or the tokens are damaged, connect those accounts again.',
  );
}

/** An old key may go when nothing stored needs it and no running process would use it again. */
function idleVerdict(
  text: string,
  newest: string,
  older: readonly string[],
  running: KeyFacts['running'],
): Verdict {
  const others = running.filter(({ keyIds }) => keyIds[0] !== newest);
  if (running.length > 0 && others.length === 0) {
    return ok(
      `${text} No longer needed: ${quoted(older)}. Upload links of the last day and links in notifications of the last ` +
        '30 days that it signed stop working when it is removed.',
    );
  }
  const why =
    running.length === 0
      ? 'no running process has announced that it has the newest key'
      : `${others.map(processName).join(', ')} still encrypts with another key`;
  return warning(
    `${text} Keep ${quoted(older)} for now: ${why}.`,
    `Start every process with "${newest}" first in TOKEN_ENCRYPTION_KEYS, and ask the doctor again.`,
  );
}

function told({ underKey, credentials }: KeyUse): string {
  if (credentials === 0 && underKey.size === 0) return 'No credentials yet';
  const counts = [...underKey].map(([id, count]) => `"${id}": ${count}`);
  return `Stored values by key: ${counts.join(', ')}`;
}
