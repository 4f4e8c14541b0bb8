import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { KeyChecks } from '../../integrations/index.js';
import { ProcessRegister, type LiveProcess } from '../../runtime/index.js';
import { Check, type Scope } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { StoredKeys, type KeyUse } from '../stored-keys.js';
import { processName, quoted } from '../wording.js';

/** The facts about the keys. */
export interface KeyFacts {
  /** Ids of the keys of TOKEN_ENCRYPTION_KEYS, newest first. */
  configured: readonly string[];
  /** Those that differ from the key that the database knows under this name. */
  wrong: readonly string[];
  use: KeyUse;
  running: readonly Pick<LiveProcess, 'role' | 'host' | 'pid' | 'keyIds'>[];
}

/** Checks that every stored token can be decrypted, and which keys of TOKEN_ENCRYPTION_KEYS are in use. */
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

  async examine(scope: Scope): Promise<Verdict> {
    return keysVerdict({
      configured: this.config.encryptionKeys.map(({ id }) => id),
      wrong: await this.checks.wrongKeys(),
      use: await this.stored.use(scope),
      running: await this.processes.live(),
    });
  }
}

export function keysVerdict(facts: KeyFacts): Verdict {
  const { configured, wrong, use } = facts;
  if (wrong.length > 0) {
    return problem(
      `These keys differ from the ones that the database knows under their names: ${quoted(wrong)}. The service does not start with them.`,
      'Restore the original key in TOKEN_ENCRYPTION_KEYS. A new key needs an unused name.',
    );
  }
  if (use.unreadable > 0) return unreadableVerdict(configured, use);
  const [newest = '', ...older] = configured;
  const needed = older.filter((id) => use.underKey.has(id));
  if (needed.length > 0) {
    return warning(
      `${keyCounts(use)}; all can be decrypted. Still needed in addition to the newest key "${newest}": ${quoted(needed)}.`,
      'Once every process has the newest key first, run npm run keys:rotate, then run the doctor again.',
    );
  }
  const text = `${keyCounts(use)}${use.credentials > 0 ? '; all can be decrypted' : ''}.`;
  return older.length > 0 ? idleVerdict(text, newest, older, facts.running) : ok(text);
}

function unreadableVerdict(configured: readonly string[], use: KeyUse): Verdict {
  const missing = [...use.underKey.keys()].filter((id) => !configured.includes(id));
  const why = missing.length > 0 ? ` Not configured: ${quoted(missing)}.` : '';
  const whose = use.accounts.length > 0 ? ` These accounts do not work: ${use.accounts.join(', ')}.` : '';
  return problem(
    `${use.unreadable} of ${use.credentials} credentials cannot be decrypted. ${keyCounts(use)}.${why}${whose}`,
    'Add the missing key to TOKEN_ENCRYPTION_KEYS, after the first. If it is lost, or the tokens are damaged, reconnect these accounts.',
  );
}

/** An old key may be removed once no stored value needs it and no running process encrypts with it. */
function idleVerdict(
  text: string,
  newest: string,
  older: readonly string[],
  running: KeyFacts['running'],
): Verdict {
  const others = running.filter(({ keyIds }) => keyIds[0] !== newest);
  if (running.length > 0 && others.length === 0) {
    return ok(
      `${text} No longer needed: ${quoted(older)}. Removing it invalidates the upload links of the last day and the ` +
        'notification links of the last 30 days that it signed.',
    );
  }
  const why =
    running.length === 0
      ? 'no running process is registered with the newest key'
      : `${others.map(processName).join(', ')} still encrypts with another key`;
  return warning(
    `${text} Keep ${quoted(older)} for now: ${why}.`,
    `Start every process with "${newest}" first in TOKEN_ENCRYPTION_KEYS, then run the doctor again.`,
  );
}

function keyCounts({ underKey, credentials }: KeyUse): string {
  if (credentials === 0 && underKey.size === 0) return 'No credentials yet';
  const counts = [...underKey].map(([id, count]) => `"${id}": ${count}`);
  return `Stored values by key: ${counts.join(', ')}`;
}
