import type { Verdict } from './finding.js';

/** The integrations to check: one organisation's by id, or all as counts without names. */
export type Scope = { organisationId: string } | 'all';

export type CheckSubject = 'installation' | 'organisation';

/** One check of the configuration. Its file gets the facts and, separately, derives a pure verdict from them. */
export abstract class Check {
  /** A snake_case name; pages and alerts may depend on it. */
  abstract readonly name: string;

  /** The subject: the whole installation, for operators only, or the organisation's own integrations. */
  readonly about: CheckSubject = 'installation';

  /** May throw; the finding then says that the check failed. */
  abstract examine(scope: Scope): Verdict | Promise<Verdict>;
}
