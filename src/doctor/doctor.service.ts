import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { codeOf, messageOf } from '../common/index.js';
import type { Check, CheckSubject, Scope } from './check.js';
import { problem, type Finding, type Verdict } from './finding.js';

export const CHECKS = Symbol('the checks, in order');

// Longer than the timeouts inside checks, but shorter than a proxy's.
const PATIENCE_MS = 15_000;

/** Runs all checks in parallel. A check that fails or hangs becomes a finding and does not affect the others. */
@Injectable()
export class Doctor {
  private readonly logger = new Logger(Doctor.name);

  constructor(@Inject(CHECKS) private readonly checks: readonly Check[]) {}

  /** @param about the subject that the reader may see; default: everything */
  examine(scope: Scope, about?: CheckSubject): Promise<Finding[]> {
    const checks = this.checks.filter((check) => about === undefined || check.about === about);
    return Promise.all(checks.map((check) => this.finding(check, scope)));
  }

  private async finding(check: Check, scope: Scope): Promise<Finding> {
    const patience = new AbortController();
    const tooLong = sleep(PATIENCE_MS, undefined, { signal: patience.signal, ref: false }).then(
      () => couldNot(`no result within ${PATIENCE_MS / 1000} s`),
      () => couldNot('stopped'),
    );
    try {
      const verdict = (async () => await check.examine(scope))();
      return { check: check.name, ...(await Promise.race([verdict, tooLong])) };
    } catch (error) {
      // Driver messages may contain confidential details, so they are only logged.
      this.logger.warn(`the check ${check.name} failed: ${messageOf(error)}`);
      return { check: check.name, ...couldNot(codeOf(error) ?? 'see the log') };
    } finally {
      patience.abort();
    }
  }
}

function couldNot(why: string): Verdict {
  return problem(
    `This check failed (${why}).`,
    'See the other findings and the log, then run the doctor again.',
  );
}
