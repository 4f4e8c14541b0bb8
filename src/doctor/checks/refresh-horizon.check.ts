import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { Check, type Patient } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { IntegrationFacts, named, type IntegrationFact } from '../integration-facts.js';

const HORIZON_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** Connections that end for good soon: no refresh moves the end of a refresh token. */
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

  async examine(patient: Patient): Promise<Verdict> {
    return horizonVerdict(patient, await this.facts.of(patient), this.clock.now());
  }
}

export function horizonVerdict(patient: Patient, facts: readonly IntegrationFact[], now: Date): Verdict {
  const ending = facts.filter(
    ({ status, refreshEnds }) =>
      status === 'active' &&
      refreshEnds !== null &&
      refreshEnds.getTime() - now.getTime() <= HORIZON_DAYS * DAY_MS,
  );
  if (ending.length === 0) return ok(`No active connection ends within ${HORIZON_DAYS} days.`);
  const lines = ending.map(
    ({ id, refreshEnds }) => `${id} (${refreshEnds?.toISOString().slice(0, 10) ?? ''})`,
  );
  return warning(
    `${ending.length} connection(s) end within ${HORIZON_DAYS} days${named(patient, lines)}.`,
    'Connect these accounts again before, and nothing stops.',
  );
}
