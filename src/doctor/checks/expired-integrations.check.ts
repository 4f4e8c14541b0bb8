import { Injectable } from '@nestjs/common';
import { Check, type Patient } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

/** Connections that TikTok has ended, as a whole or in part. A warning: the service works, and only people can connect again. */
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

const PARTS: Record<string, string> = { account: 'comments and insights', advertiser: 'ads' };

export function expiredVerdict(patient: Patient, facts: readonly IntegrationFact[]): Verdict {
  const expired = facts.filter(({ status }) => status === 'expired');
  const partly = facts.filter(({ status, ended }) => status === 'active' && ended.length > 0);
  if (expired.length + partly.length === 0) return ok('No integration has expired.');
  const told: string[] = [];
  const fixes: string[] = [];
  if (expired.length > 0) {
    const ids = expired.map(({ id }) => id);
    told.push(`${expired.length} of ${facts.length} integrations have expired${named(patient, ids)}.`);
    fixes.push(
      'An admin connects these accounts again, by the link in their notification or in the admin UI. Their work goes on where it stopped.',
    );
  }
  if (partly.length > 0) {
    const parts = ({ id, ended }: IntegrationFact) =>
      `${id} (${ended.map((family) => PARTS[family]).join(', ')})`;
    told.push(
      `TikTok has ended a part of ${partly.length} active integration(s)${named(patient, partly.map(parts))}.`,
    );
    fixes.push('An admin connects that part again, by the link in its notification or in the admin UI.');
  }
  return warning(told.join(' '), fixes.join(' '));
}
