import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { WorkClaims, type ClaimedRow } from './work-claims.js';
import { LeaseLostError, type Work } from './work.js';

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
    try {
      await this.handle(work, row);
      await this.claims.release(work.table, row);
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      if (this.stopping.signal.aborted) return await this.claims.handOver(work.table, row);
      this.logger.error(error instanceof Error ? error : new Error(messageOf(error)), undefined, work.name);
      await this.claims.giveBack(work.table, row, messageOf(error));
    }
  }

  private handle(work: Work, row: ClaimedRow): Promise<void> {
    const claim = {
      id: row.id,
      organisationId: row.organisation_id,
      attempts: row.attempts,
      extend: () => this.claims.extend(work.table, row),
      signal: this.stopping.signal,
    };
    if (row.organisation_id === undefined) return work.handle(claim);
    return this.orgContext.run(row.organisation_id, work.name, () => work.handle(claim));
  }
}
