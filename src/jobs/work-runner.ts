import { Injectable, Logger } from '@nestjs/common';
import { isDatabaseGone, isDeferred, messageOf, withLogFacts } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { JobLog, type JobStep } from './job-log.js';
import { LEASE_SECONDS, WorkClaims, type ClaimedRow } from './work-claims.js';
import { LeaseLostError, NotYetError, TryLaterError, type Work, type WorkOutcome } from './work.js';

const HEARTBEAT_MS = (LEASE_SECONDS / 4) * 1000;

/** Claims a row, runs its handler inside its organisation, and settles the lease whatever happens. */
@Injectable()
export class WorkRunner {
  private readonly logger = new Logger(WorkRunner.name);
  private readonly log = new JobLog();
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly claims: WorkClaims,
    private readonly orgContext: OrgContext,
  ) {}

  /**
   * Never throws: a failed step is a state of its row.
   * @param onClaim called when the row was due and no other process has it
   */
  run(work: Work, id: string, onClaim?: () => void): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    const step = this.claimAndStep(work, id, onClaim)
      .catch((error: unknown) => {
        // The loss of the database is told once, not by each row.
        if (!isDatabaseGone(error)) this.logger.error(`${work.name} ${id}: ${messageOf(error)}`);
      })
      .finally(() => this.underWay.delete(step));
    this.underWay.add(step);
    return step;
  }

  /** Asks running steps to end at a safe point and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.underWay);
  }

  private async claimAndStep(work: Work, id: string, onClaim?: () => void): Promise<void> {
    const row = await this.claims.take(work.table, id);
    if (!row) return;
    onClaim?.();
    const step = { work, row, startedAt: performance.now(), facts: {} };
    await withLogFacts(step.facts, () => this.step(step));
  }

  private async step(step: JobStep): Promise<void> {
    const { work, row } = step;
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
      // A database that does not answer is no reason to stop: only a lease that somebody else has taken is.
      this.claims
        .extend(work.table, row)
        .catch((error: unknown) => error instanceof LeaseLostError && lost.abort());
    }, HEARTBEAT_MS);
    try {
      const outcome = await this.handle(work, row, AbortSignal.any([this.stopping.signal, lost.signal]));
      this.log.done(step, await this.claims.release(work.table, row, outcome?.set));
    } catch (error) {
      if (error instanceof LeaseLostError || lost.signal.aborted) this.log.leaseLost(step);
      else await this.settle(step, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async settle(step: JobStep, error: unknown): Promise<void> {
    const { work, row } = step;
    if (this.stopping.signal.aborted) {
      this.log.handedOver(step);
      return await this.claims.handOver(work.table, row);
    }
    if (error instanceof TryLaterError) {
      const attempts = wasTried(error) ? row.attempts : row.attempts - 1;
      const given = { ...row, attempts };
      const seconds = await this.claims.giveBack(work.table, given, error.message, error.seconds);
      return this.log.retried(step, error, seconds);
    }
    this.log.failed(step, error);
    await this.claims.giveBack(work.table, row, messageOf(error));
  }

  private async handle(work: Work, row: ClaimedRow, signal: AbortSignal): Promise<WorkOutcome | void> {
    const claim = {
      id: row.id,
      organisationId: row.organisation_id,
      row,
      attempts: row.attempts,
      assertHeld: () => this.claims.extend(work.table, row),
      signal,
    };
    if (row.organisation_id === undefined) return await work.handle(claim);
    return await this.orgContext.run(row.organisation_id, work.name, () => work.handle(claim));
  }
}

/** What waits for its turn, or needs something that is not there yet, does not count as an attempt. */
function wasTried(error: TryLaterError): boolean {
  return !(error instanceof NotYetError || isDeferred(error.cause));
}
