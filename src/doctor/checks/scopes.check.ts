import { Injectable } from '@nestjs/common';
import { Check, type Patient } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

/** What was asked for was granted: TikTok's users can untick. */
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
  if (active.length === 0) return ok('No active integrations.');
  if (lacking.length === 0) return ok(`All ${active.length} active integrations have the scopes asked for.`);
  const lines = lacking.map(({ id, missing }) => `${id} (${missing.join(' ')})`);
  return warning(
    `${lacking.length} of ${active.length} active integrations lack scopes that were asked for${named(patient, lines)}.`,
    'Connect those accounts again and leave every box ticked. A scope that is always missing is not approved for the TikTok app.',
  );
}
