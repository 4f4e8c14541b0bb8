import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { Check, type Scope } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

const HORIZON_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** Reports connections that expire soon: refreshing does not extend the life of a refresh token. */
@Injectable()
export class RefreshHorizonCheck extends Check {
  readonly name = 'refresh_horizon';
  override readonly about = 'organisation';

  constructor(
    private readonly facts: IntegrationFacts,
    private readonly clock: Clock,
  ) {
    super();
  }

  async examine(scope: Scope): Promise<Verdict> {
    return horizonVerdict(scope, await this.facts.of(scope), this.clock.now());
  }
}

export function horizonVerdict(scope: Scope, facts: readonly IntegrationFact[], now: Date): Verdict {
  const ending = facts.filter(
    ({ status, refreshEnds }) =>
      status === 'active' &&
      refreshEnds !== null &&
      refreshEnds.getTime() - now.getTime() <= HORIZON_DAYS * DAY_MS,
  );
  if (ending.length === 0) return ok(`No active connection expires within ${HORIZON_DAYS} days.`);
  const lines = ending.map(
    ({ id, refreshEnds }) => `${id} (${refreshEnds?.toISOString().slice(0, 10) ?? ''})`,
  );
  return warning(
    `${ending.length} connection(s) expire within ${HORIZON_DAYS} days${named(scope, lines)}.`,
    'Reconnect these accounts before they expire.',
  );
}
