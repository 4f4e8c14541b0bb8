import { Injectable } from '@nestjs/common';
import { ProcessRegister, type LiveProcess } from '../../runtime/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { processName, quoted } from '../wording.js';

/** Lists the running processes of this installation, their encryption keys and their problems. */
@Injectable()
export class ProcessesCheck extends Check {
  readonly name = 'processes';

  constructor(private readonly processes: ProcessRegister) {
    super();
  }

  async examine(): Promise<Verdict> {
    return processesVerdict(await this.processes.live());
  }
}

export function processesVerdict(running: readonly LiveProcess[]): Verdict {
  if (running.length === 0) {
    return warning(
      'No running process is registered.',
      'Start the service. Processes of an older version do not register: restart them with this version.',
    );
  }
  const list = `${running.length} running: ${running.map(described).join('; ')}.`;
  const newest = new Set(running.flatMap(({ keyIds }) => keyIds.slice(0, 1)));
  const lacking = running.flatMap((one) => {
    const missing = [...newest].filter((id) => !one.keyIds.includes(id));
    return missing.length > 0 ? [`${processName(one)} lacks ${quoted(missing)}`] : [];
  });
  if (lacking.length > 0) {
    return problem(
      `${list} Some cannot decrypt what the others encrypt: ${lacking.join('; ')}.`,
      'Set the same TOKEN_ENCRYPTION_KEYS for every process, and restart those that lack a key.',
    );
  }
  const failing = running.filter(({ troubles }) => troubles.length > 0);
  if (failing.length > 0) {
    const parts = failing.map((one) => `${processName(one)}: ${one.troubles.join(' ')}`);
    return problem(
      `${list} ${parts.join(' ')}`,
      'Fix the reported problems; the processes then recover automatically.',
    );
  }
  return ok(list);
}

function described(one: LiveProcess): string {
  return `${processName(one)}, version ${one.version}, keys ${quoted(one.keyIds)}`;
}
