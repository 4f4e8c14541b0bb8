import { Injectable } from '@nestjs/common';
import { Check, type Scope } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

/** Reports accounts with a stored token that the service cannot decrypt. `encryption_keys` reports the cause. */
@Injectable()
export class UnreadableTokensCheck extends Check {
  readonly name = 'unreadable_tokens';
  override readonly about = 'organisation';

  constructor(private readonly facts: IntegrationFacts) {
    super();
  }

  async examine(scope: Scope): Promise<Verdict> {
    return unreadableVerdict(scope, await this.facts.of(scope));
  }
}

export function unreadableVerdict(scope: Scope, facts: readonly IntegrationFact[]): Verdict {
  const unreadable = facts.filter(({ unreadable: parts }) => parts.length > 0);
  if (unreadable.length === 0) return ok('No call has found a stored token that cannot be decrypted.');
  const lines = unreadable.map(({ id, unreadable: parts }) => `${id} (${parts.join(', ')})`);
  return problem(
    `Stored tokens of ${unreadable.length} of ${facts.length} integrations cannot be decrypted${named(scope, lines)}. ` +
      'These accounts do not work, or only in part.',
    'Ask the operator to add the missing key to TOKEN_ENCRYPTION_KEYS. If it is lost, or the tokens are damaged, ' +
      'reconnect these accounts.',
  );
}
