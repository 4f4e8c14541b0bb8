import { Injectable } from '@nestjs/common';
import { ProcessRegister, type LiveProcess } from '../../runtime/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { processName, quoted } from '../wording.js';

/** The processes of this installation that run now, which encryption keys they have, and what they cannot do. */
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
      'No running process has announced itself.',
      'Start the service. Processes of an older version do not announce themselves: restart them with this version.',
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
      `${list} Not all can read what the others encrypt: ${lacking.join('; ')}.`,
      'Set the same TOKEN_ENCRYPTION_KEYS for every process, and restart those that lack a key.',
    );
  }
  const troubled = running.filter(({ troubles }) => troubles.length > 0);
  if (troubled.length > 0) {
    const told = troubled.map((one) => `${processName(one)}: ${one.troubles.join(' ')}`);
    return problem(`${list} ${told.join(' ')}`, 'Fix what each of them reports; it recovers by itself.');
  }
  return ok(list);
}

function described(one: LiveProcess): string {
  return `${processName(one)}, version ${one.version}, keys ${quoted(one.keyIds)}`;
}
