import { Injectable, Logger } from '@nestjs/common';
import { isDatabaseUnavailable, messageOf, withLogFacts } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { JobLog, type JobStep } from './job-log.js';
import { isDeferral } from './outcome.js';
import { LEASE_SECONDS, WorkClaims, type ClaimedRow } from './work-claims.js';
import { LeaseLostError, TryLaterError, type RowUpdate, type Work } from './work.js';

/** A lease while its step runs. Most steps are short and never ask for the signal, which costs more than they do. */
class HeldLease {
  isLost = false;
  private readonly lost = new AbortController();
  private combined: AbortSignal | undefined;

  constructor(private readonly stopping: AbortSignal) {}

  get signal(): AbortSignal {
    this.combined ??= AbortSignal.any([this.stopping, this.lost.signal]);
    return this.combined;
  }

  lose(): void {
    this.isLost = true;
    this.lost.abort();
  }
}

const HEARTBEAT_MS = (LEASE_SECONDS / 4) * 1000;

export interface RunOptions {
  onClaim?: (() => void) | undefined;
  claimed?: ClaimedRow | undefined;
}

/** Claims a row, runs its handler inside its organisation, and always releases the lease. */
@Injectable()
export class WorkRunner {
  private readonly logger = new Logger(WorkRunner.name);
  private readonly log = new JobLog();
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly claims: WorkClaims,
    private readonly orgContext: OrgContext,
  ) {}

  /**
   * Never throws: a failed step is recorded in its row.
   * @param options `onClaim` is called when the row was due and this process has claimed it; `claimed` is the row if it
   *   already has
   */
  run(work: Work, id: string, options: RunOptions = {}): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    const step = this.claimAndStep(work, id, options)
      .catch((error: unknown) => {
        // A database outage is logged once, not per row.
        if (!isDatabaseUnavailable(error)) this.logger.error(`${work.name} ${id}: ${messageOf(error)}`);
      })
      .finally(() => this.running.delete(step));
    this.running.add(step);
    return step;
  }

  /** Returns rows that this process has claimed and does not begin. Never throws: their leases end anyway. */
  async giveBack(work: Work, rows: readonly ClaimedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.claims.giveBack(work.table, rows).catch((error: unknown) => {
      if (!isDatabaseUnavailable(error))
        this.logger.warn(`${work.name}: giving back ${rows.length} rows failed: ${messageOf(error)}`);
    });
  }

  /** Asks running steps to end at a safe point, and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.running);
  }

  private async claimAndStep(work: Work, id: string, { onClaim, claimed }: RunOptions): Promise<void> {
    const row = claimed ?? (await this.claims.claim(work.table, id));
    if (!row) return;
    onClaim?.();
    const step = { work, row, startedAt: performance.now(), facts: {} };
    await withLogFacts(step.facts, () => this.step(step));
  }

  private async step(step: JobStep): Promise<void> {
    const { work, row } = step;
    const held = new HeldLease(this.stopping.signal);
    const heartbeat = setInterval(() => {
      // Continue while the database is unreachable. Stop only when another process has taken the lease.
      this.claims
        .extend(work.table, row)
        .catch((error: unknown) => error instanceof LeaseLostError && held.lose());
    }, HEARTBEAT_MS);
    try {
      const update = await this.handle(work, row, held);
      this.log.done(step, await this.claims.release(work.table, row, update?.set));
    } catch (error) {
      if (error instanceof LeaseLostError || held.isLost) this.log.leaseLost(step);
      else await this.handleFailure(step, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async handleFailure(step: JobStep, error: unknown): Promise<void> {
    const { work, row } = step;
    if (this.stopping.signal.aborted) {
      this.log.rescheduled(step);
      return await this.claims.reschedule(work.table, row);
    }
    if (error instanceof TryLaterError) {
      const attempts = isDeferral(error) ? row.attempts - 1 : row.attempts;
      const counted = { ...row, attempts };
      const seconds = await this.claims.retryLater(work.table, counted, error.message, error.seconds);
      return this.log.retried(step, error, seconds);
    }
    this.log.failed(step, error);
    await this.claims.retryLater(work.table, row, messageOf(error));
  }

  private async handle(work: Work, row: ClaimedRow, held: HeldLease): Promise<RowUpdate | void> {
    const claim = {
      id: row.id,
      organisationId: row.organisation_id,
      row,
      attempts: row.attempts,
      assertHeld: () => this.claims.extend(work.table, row),
      get signal() {
        return held.signal;
      },
    };
    if (row.organisation_id === undefined) return await work.handle(claim);
    return await this.orgContext.run(row.organisation_id, work.name, () => work.handle(claim));
  }
}
