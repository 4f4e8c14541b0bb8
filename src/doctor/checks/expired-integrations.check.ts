import { Injectable } from '@nestjs/common';
import { Check, type Scope } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

/** Reports connections that TikTok has ended, completely or in part. A warning, since only an admin can reconnect them. */
@Injectable()
export class ExpiredIntegrationsCheck extends Check {
  readonly name = 'expired_integrations';
  override readonly about = 'organisation';

  constructor(private readonly facts: IntegrationFacts) {
    super();
  }

  async examine(scope: Scope): Promise<Verdict> {
    return expiredVerdict(scope, await this.facts.of(scope));
  }
}

const PARTS: Record<string, string> = { account: 'comments and insights', advertiser: 'ads' };

export function expiredVerdict(scope: Scope, facts: readonly IntegrationFact[]): Verdict {
  const expired = facts.filter(({ status }) => status === 'expired');
  const partly = facts.filter(({ status, ended }) => status === 'active' && ended.length > 0);
  if (expired.length + partly.length === 0) return ok('No integration has expired.');
  const findings: string[] = [];
  const fixes: string[] = [];
  if (expired.length > 0) {
    const ids = expired.map(({ id }) => id);
    findings.push(`${expired.length} of ${facts.length} integrations have expired${named(scope, ids)}.`);
    fixes.push(
      'An admin must reconnect these accounts with the link in the notification or in the admin UI. Work then continues where it stopped.',
    );
  }
  if (partly.length > 0) {
    const described = ({ id, ended }: IntegrationFact) =>
      `${id} (${ended.map((family) => PARTS[family]).join(', ')})`;
    findings.push(
      `TikTok has ended a part of ${partly.length} active integration(s)${named(scope, partly.map(described))}.`,
    );
    fixes.push('An admin must reconnect that part with the link in the notification or in the admin UI.');
  }
  return warning(findings.join(' '), fixes.join(' '));
}
