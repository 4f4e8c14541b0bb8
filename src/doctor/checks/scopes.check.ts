import { Injectable } from '@nestjs/common';
import { Check, type Scope } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, NEEDED_SCOPES, type IntegrationFact } from '../integration-facts.js';

/** Checks that the scopes that features need were requested and granted: users can untick scopes at TikTok. */
@Injectable()
export class ScopesCheck extends Check {
  readonly name = 'scopes';
  override readonly about = 'organisation';

  constructor(private readonly facts: IntegrationFacts) {
    super();
  }

  async examine(scope: Scope): Promise<Verdict> {
    return scopesVerdict(scope, await this.facts.of(scope));
  }
}

export function scopesVerdict(scope: Scope, facts: readonly IntegrationFact[]): Verdict {
  const active = facts.filter(({ status }) => status === 'active');
  const lacking = active.filter(({ missing }) => missing.length > 0);
  const partial = active.filter(({ unasked }) => unasked.length > 0);
  if (active.length === 0) return ok('No active integrations.');
  if (lacking.length + partial.length === 0)
    return ok(`All ${active.length} active integrations have the scopes that features need.`);
  const parts: string[] = [];
  const fixes: string[] = [];
  if (lacking.length > 0) {
    const lines = lacking.map(({ id, missing }) => `${id} (${missing.join(' ')})`);
    parts.push(
      `${lacking.length} of ${active.length} active integrations lack requested scopes${named(scope, lines)}.`,
    );
    fixes.push(
      'Reconnect these accounts and leave every box ticked. A scope that is always missing is not approved for the TikTok app.',
    );
  }
  if (partial.length > 0) {
    const lines = partial.map(({ id, unasked }) => `${id} (${unasked.join(' ')})`);
    const scopes = [...new Set(partial.flatMap(({ unasked }) => unasked))];
    const off = scopes.map((name) => `${NEEDED_SCOPES[name]} (${name})`).join(', ');
    parts.push(
      `${partial.length} of ${active.length} active integrations were connected without the scopes for: ${off}${named(scope, lines)}.`,
    );
    fixes.push('An admin must reconnect them and request these scopes.');
  }
  return warning(parts.join(' '), fixes.join(' '));
}
