import { Injectable } from '@nestjs/common';
import { Check, type Patient } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

/** Accounts that do not work because the service cannot decrypt a stored token. `encryption_keys` has the cause. */
@Injectable()
export class UnreadableTokensCheck extends Check {
  readonly name = 'unreadable_tokens';
  override readonly about = 'organisation';

  constructor(private readonly facts: IntegrationFacts) {
    super();
  }

  async examine(patient: Patient): Promise<Verdict> {
    return unreadableVerdict(patient, await this.facts.of(patient));
  }
}

export function unreadableVerdict(patient: Patient, facts: readonly IntegrationFact[]): Verdict {
  const unreadable = facts.filter(({ unreadable: parts }) => parts.length > 0);
  if (unreadable.length === 0) return ok('No call has met a stored token that cannot be read.');
  const lines = unreadable.map(({ id, unreadable: parts }) => `${id} (${parts.join(', ')})`);
  return problem(
    `Stored tokens of ${unreadable.length} of ${facts.length} integrations cannot be read${named(patient, lines)}. ` +
      'These accounts do not work, or only in part.',
    'Ask the operator to put the missing key back into TOKEN_ENCRYPTION_KEYS. If it is lost, or the tokens are damaged, ' +
      'connect these accounts again.',
  );
}
