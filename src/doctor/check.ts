import type { Verdict } from './finding.js';

/** Whose integrations are looked at: one organisation's by id, or all as counts without names. */
export type Patient = { organisationId: string } | 'all';

export type CheckSubject = 'installation' | 'organisation';

/** One question about the set-up. Its file holds the way to the facts and, apart from it, a pure verdict on them. */
export abstract class Check {
  /** In snake_case; pages and alarms may depend on it. */
  abstract readonly name: string;

  /** What it tells about: the whole installation, which concerns operators only, or the patient's own integrations. */
  readonly about: CheckSubject = 'installation';

  /** May throw: then the finding says that the check could not be made. */
  abstract examine(patient: Patient): Verdict | Promise<Verdict>;
}
