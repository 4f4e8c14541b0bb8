/** Tables whose rows are work (they have the columns of `work-columns.ts`). */
export type WorkTable = 'publications' | 'sync_runs' | 'webhook_events';

/** A row taken for a while by one process. */
export interface Claim {
  id: string;
  /** Absent for rows that belong to no organisation, such as webhook events. */
  organisationId: string | undefined;
  /** How often the row was claimed since it last went well. */
  attempts: number;
  /** Keeps the row ours while a long step runs. @throws LeaseLostError when another process has taken it. */
  extend(): Promise<void>;
  /** Aborted when the process stops: end the step at a safe point. */
  signal: AbortSignal;
}

/** One kind of background work: rows of a table, and what to do with one that is due. */
export interface Work {
  /** Names the work in queues and logs. */
  name: string;
  table: WorkTable;
  /** Rows of this work handled at once by one process. */
  concurrency: number;
  /** Does the next step and sets the row's next `due_at` in the same transaction as its outcome. */
  handle(claim: Claim): Promise<void>;
}

/** Another process works on this row: stop, and change nothing. */
export class LeaseLostError extends Error {
  constructor(table: WorkTable, id: string) {
    super(`the lease on ${table} ${id} was lost`);
    this.name = 'LeaseLostError';
  }
}
