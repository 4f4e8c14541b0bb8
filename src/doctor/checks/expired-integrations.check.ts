import { Injectable } from '@nestjs/common';
import { Check, type Patient } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

/** Connections that TikTok has ended. A warning: the service works, and only people can connect again. */
@Injectable()
export class ExpiredIntegrationsCheck extends Check {
  readonly name = 'expired_integrations';
  override readonly about = 'organisation';

  constructor(private readonly facts: IntegrationFacts) {
    super();
  }

  async examine(patient: Patient): Promise<Verdict> {
    return expiredVerdict(patient, await this.facts.of(patient));
  }
}

export function expiredVerdict(patient: Patient, facts: readonly IntegrationFact[]): Verdict {
  const expired = facts.filter(({ status }) => status === 'expired');
  if (expired.length === 0) return ok('No integration has expired.');
  const ids = expired.map(({ id }) => id);
  return warning(
    `${expired.length} of ${facts.length} integrations have expired${named(patient, ids)}.`,
    'Connect these accounts again with get-auth-url; their work goes on where it stopped.',
  );
}
