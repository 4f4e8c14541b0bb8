import { Injectable, Logger } from '@nestjs/common';
import { isDeferred, messageOf } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { LEASE_SECONDS, WorkClaims, type ClaimedRow } from './work-claims.js';
import { LeaseLostError, TryLaterError, type Work } from './work.js';

const HEARTBEAT_MS = (LEASE_SECONDS / 4) * 1000;

/** Claims a row, runs its handler inside its organisation, and settles the lease whatever happens. */
@Injectable()
export class WorkRunner {
  private readonly logger = new Logger(WorkRunner.name);
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly claims: WorkClaims,
    private readonly orgContext: OrgContext,
  ) {}

  /** Never throws: a failed step is a state of its row. */
  run(work: Work, id: string): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    const step = this.step(work, id)
      .catch((error: unknown) => this.logger.error(`${work.name} ${id}: ${messageOf(error)}`))
      .finally(() => this.underWay.delete(step));
    this.underWay.add(step);
    return step;
  }

  /** Asks running steps to end at a safe point and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.underWay);
  }

  private async step(work: Work, id: string): Promise<void> {
    const row = await this.claims.take(work.table, id);
    if (!row) return;
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
      // A database that does not answer is no reason to stop: only a lease that somebody else has taken is.
      this.claims
        .extend(work.table, row)
        .catch((error: unknown) => error instanceof LeaseLostError && lost.abort());
    }, HEARTBEAT_MS);
    try {
      await this.handle(work, row, AbortSignal.any([this.stopping.signal, lost.signal]));
      await this.claims.release(work.table, row);
    } catch (error) {
      if (!(error instanceof LeaseLostError) && !lost.signal.aborted) await this.settle(work, row, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async settle(work: Work, row: ClaimedRow, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return await this.claims.handOver(work.table, row);
    if (error instanceof TryLaterError) {
      this.logger.warn(`${work.name} ${row.id} is tried again later: ${error.message}`);
      const attempts = isDeferred(error.cause) ? row.attempts - 1 : row.attempts;
      return await this.claims.giveBack(work.table, { ...row, attempts }, error.message, error.seconds);
    }
    this.logger.error(error instanceof Error ? error : new Error(messageOf(error)), undefined, work.name);
    await this.claims.giveBack(work.table, row, messageOf(error));
  }

  private async handle(work: Work, row: ClaimedRow, signal: AbortSignal): Promise<void> {
    const claim = {
      id: row.id,
      organisationId: row.organisation_id,
      attempts: row.attempts,
      assertHeld: () => this.claims.extend(work.table, row),
      signal,
    };
    if (row.organisation_id === undefined) return await work.handle(claim);
    await this.orgContext.run(row.organisation_id, work.name, () => work.handle(claim));
  }
}
