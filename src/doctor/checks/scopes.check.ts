import { Injectable } from '@nestjs/common';
import { Check, type Patient } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, NEEDED_SCOPES, type IntegrationFact } from '../integration-facts.js';

/** What was asked for was granted: TikTok's users can untick. And all was asked for that features need. */
@Injectable()
export class ScopesCheck extends Check {
  readonly name = 'scopes';
  override readonly about = 'organisation';

  constructor(private readonly facts: IntegrationFacts) {
    super();
  }

  async examine(patient: Patient): Promise<Verdict> {
    return scopesVerdict(patient, await this.facts.of(patient));
  }
}

export function scopesVerdict(patient: Patient, facts: readonly IntegrationFact[]): Verdict {
  const active = facts.filter(({ status }) => status === 'active');
  const lacking = active.filter(({ missing }) => missing.length > 0);
  const partial = active.filter(({ unasked }) => unasked.length > 0);
  if (active.length === 0) return ok('No active integrations.');
  if (lacking.length + partial.length === 0)
    return ok(`All ${active.length} active integrations have the scopes that features need.`);
  const told: string[] = [];
  const fixes: string[] = [];
  if (lacking.length > 0) {
    const lines = lacking.map(({ id, missing }) => `${id} (${missing.join(' ')})`);
    told.push(
      `${lacking.length} of ${active.length} active integrations lack scopes that were asked for${named(patient, lines)}.`,
    );
    fixes.push(
      'Connect those accounts again and leave every box ticked. A scope that is always missing is not approved for the TikTok app.',
    );
  }
  if (partial.length > 0) {
    const lines = partial.map(({ id, unasked }) => `${id} (${unasked.join(' ')})`);
    const scopes = [...new Set(partial.flatMap(({ unasked }) => unasked))];
    const off = scopes.map((scope) => `${NEEDED_SCOPES[scope]} (${scope})`).join(', ');
    told.push(
      `${partial.length} of ${active.length} active integrations were connected without asking for what these need: ${off}${named(patient, lines)}.`,
    );
    fixes.push('An admin connects them again, with these scopes among those asked for.');
  }
  return warning(told.join(' '), fixes.join(' '));
}
