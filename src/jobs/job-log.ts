import { Logger } from '@nestjs/common';
import { codeOf, isDatabaseUnavailable, type LogFacts, messageOf } from '../common/index.js';
import type { ClaimedRow, ReleasedRow } from './work-claims.js';
import { factsOf } from './work-facts.js';
import { NotYetError, type TryLaterError, type Work } from './work.js';

/** One step of a kind of work on one row. */
export interface JobStep {
  work: Work;
  row: ClaimedRow;
  /** By `performance.now()`. */
  startedAt: number;
  /** Facts that the handler has added. */
  facts: LogFacts;
}

/** Statuses in which the work has ended without success. */
const UNSUCCESSFUL = new Set(['failed', 'incomplete', 'unknown', 'given_up', 'stopped']);

/** Writes one log line per job, whatever its result. */
export class JobLog {
  private readonly logger = new Logger('Job');

  /** @param after the row after the step; undefined when it was deleted */
  done(step: JobStep, after: ReleasedRow | undefined): void {
    const { work, row } = step;
    const line = { ...this.line(step, 'done'), ...(after && factsOf(work.table, after)), ...step.facts };
    if (step.facts.err) this.logger.error(line);
    else if (isInProgress(row, after)) this.logger.debug(line);
    else if (isUnsuccessful(after?.status) || isUnsuccessful(step.facts.publicationStatus))
      this.logger.warn(line);
    // Support follows a post by its lines, whatever reported its state.
    else if (work.quiet && step.facts.publicationStatus === undefined) this.logger.debug(line);
    else this.logger.log(line);
  }

  retried(step: JobStep, error: TryLaterError, seconds: number): void {
    const line = { ...this.line(step, 'retried'), retryInSeconds: seconds, ...reasonOf(error) };
    if (error instanceof NotYetError) this.logger.debug({ ...line, outcome: 'waiting' });
    else this.logger.warn(line);
  }

  failed(step: JobStep, error: unknown): void {
    const line = { ...this.line(step, 'failed'), ...reasonOf(error), err: error };
    // A database outage is logged once, not per job.
    if (isDatabaseUnavailable(error)) this.logger.debug(line);
    else this.logger.error(line);
  }

  /** The process is stopping, and another one continues. */
  rescheduled(step: JobStep): void {
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

/** A step like many before it, such as a poll: the status is unchanged, and the row is due again. */
function isInProgress(before: ClaimedRow, after: ReleasedRow | undefined): boolean {
  return after?.status !== undefined && after.status === before.status && after.due_at !== null;
}

function isUnsuccessful(status: unknown): boolean {
  return typeof status === 'string' && UNSUCCESSFUL.has(status);
}

function reasonOf(error: unknown): LogFacts {
  const errorCode = codeOf(error);
  return { reason: messageOf(error), ...(errorCode !== undefined && { errorCode }) };
}
