import { Logger } from '@nestjs/common';
import { codeOf, isDatabaseGone, type LogFacts, messageOf } from '../common/index.js';
import type { ClaimedRow, ReleasedRow } from './work-claims.js';
import { factsOf } from './work-facts.js';
import { NotYetError, type TryLaterError, type Work } from './work.js';

/** One step of a work on one row. */
export interface JobStep {
  work: Work;
  row: ClaimedRow;
  /** By `performance.now()`. */
  startedAt: number;
  /** What the handler has noted. */
  facts: LogFacts;
}

/** States of a row in which its work has ended, and not as it was meant to. */
const UNFORTUNATE = new Set(['failed', 'incomplete', 'unknown', 'given_up', 'stopped']);

/** Writes the one line that a job has in the log, whatever came of it. */
export class JobLog {
  private readonly logger = new Logger('Job');

  /** @param after the row as the step has left it; undefined when it is gone */
  done(step: JobStep, after: ReleasedRow | undefined): void {
    const { work, row } = step;
    const line = { ...this.line(step, 'done'), ...(after && factsOf(work.table, after)), ...step.facts };
    if (step.facts.err) this.logger.error(line);
    else if (isOnItsWay(row, after)) this.logger.debug(line);
    else if (isUnfortunate(after?.status) || isUnfortunate(step.facts.publicationStatus))
      this.logger.warn(line);
    else this.logger.log(line);
  }

  retried(step: JobStep, error: TryLaterError, seconds: number): void {
    const line = { ...this.line(step, 'retried'), retryInSeconds: seconds, ...reasonOf(error) };
    if (error instanceof NotYetError) this.logger.debug({ ...line, outcome: 'waiting' });
    else this.logger.warn(line);
  }

  failed(step: JobStep, error: unknown): void {
    const line = { ...this.line(step, 'failed'), ...reasonOf(error), err: error };
    // The loss of the database is told once, not by each job that it stops.
    if (isDatabaseGone(error)) this.logger.debug(line);
    else this.logger.error(line);
  }

  /** The process stops: another one goes on. */
  handedOver(step: JobStep): void {
    this.logger.log(this.line(step, 'handed_over'));
  }

  leaseLost(step: JobStep): void {
    this.logger.warn(this.line(step, 'lease_lost'));
  }

  private line({ work, row, startedAt, facts }: JobStep, outcome: string): LogFacts {
    return {
      msg: `job ${work.name} ${outcome.replace('_', ' ')}`,
      work: work.name,
      ...(row.organisation_id !== undefined && { organisationId: row.organisation_id }),
      ...factsOf(work.table, row),
      ...facts,
      outcome,
      attempts: row.attempts,
      durationMs: Math.round(performance.now() - startedAt),
    };
  }
}

/** A step like many before it, such as a poll: the row is as it was, and due again. */
function isOnItsWay(before: ClaimedRow, after: ReleasedRow | undefined): boolean {
  return after?.status !== undefined && after.status === before.status && after.due_at !== null;
}

function isUnfortunate(status: unknown): boolean {
  return typeof status === 'string' && UNFORTUNATE.has(status);
}

function reasonOf(error: unknown): LogFacts {
  const errorCode = codeOf(error);
  return { reason: messageOf(error), ...(errorCode !== undefined && { errorCode }) };
}
