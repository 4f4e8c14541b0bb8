import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { codeOf, messageOf } from '../common/index.js';
import type { Check, CheckSubject, Patient } from './check.js';
import { problem, type Finding, type Verdict } from './finding.js';

export const CHECKS = Symbol('the checks, in order');

// Longer than any check's own patience; the answer must come before a proxy gives up.
const PATIENCE_MS = 15_000;

/** Makes all checks at once. A check that fails or hangs is a finding, not a failure of the others. */
@Injectable()
export class Doctor {
  private readonly logger = new Logger(Doctor.name);

  constructor(@Inject(CHECKS) private readonly checks: readonly Check[]) {}

  /** @param about what the reader may know about; everything unless it is said */
  examine(patient: Patient, about?: CheckSubject): Promise<Finding[]> {
    const checks = this.checks.filter((check) => about === undefined || check.about === about);
    return Promise.all(checks.map((check) => this.finding(check, patient)));
  }

  private async finding(check: Check, patient: Patient): Promise<Finding> {
    const patience = new AbortController();
    const tooLong = sleep(PATIENCE_MS, undefined, { signal: patience.signal, ref: false }).then(
      () => couldNot(`no result within ${PATIENCE_MS / 1000} s`),
      () => couldNot('stopped'),
    );
    try {
      const verdict = (async () => await check.examine(patient))();
      return { check: check.name, ...(await Promise.race([verdict, tooLong])) };
    } catch (error) {
      // Messages of drivers may hold what is not for everybody: they go to the log only.
      this.logger.warn(`the check ${check.name} could not be made: ${messageOf(error)}`);
      return { check: check.name, ...couldNot(codeOf(error) ?? 'see the log') };
    } finally {
      patience.abort();
    }
  }
}

function couldNot(why: string): Verdict {
  return problem(
    `This could not be checked (${why}).`,
    'Look at the other findings and at the log, and ask again.',
  );
}
