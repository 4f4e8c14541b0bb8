/** Tables whose rows are work (they have the columns of `work-columns.ts`). */
export type WorkTable =
  | 'credentials'
  | 'integrations'
  | 'publications'
  | 'sync_runs'
  | 'webhook_events'
  | 'notification_deliveries';

/** A row taken for a while by one process. */
export interface Claim {
  id: string;
  /** Absent for rows that belong to no organisation, such as webhook events. */
  organisationId: string | undefined;
  /** The row as it was claimed, by PostgreSQL's names. */
  row: Readonly<Record<string, unknown>>;
  /** How often the row was claimed since it last went well. */
  attempts: number;
  /** To be asked right before what must not happen twice. @throws LeaseLostError when another process has the row. */
  assertHeld(): Promise<void>;
  /** Aborted when the process stops or the row is no longer ours: end the step at a safe point. */
  signal: AbortSignal;
}

/** One kind of background work: rows of a table, and what to do with one that is due. */
export interface Work {
  /** Names the work in queues and logs. */
  name: string;
  table: WorkTable;
  /** Rows of this work handled at once by one process. */
  concurrency: number;
  /**
   * Does the next step and sets the row's next `due_at` in the same transaction as its outcome; or answers the outcome's
   * columns, which are then written with the end of the lease, in one statement for many rows.
   */
  handle(claim: Claim): Promise<WorkOutcome | void>;
}

/** Columns of the row and their new values, by PostgreSQL's names. */
export interface WorkOutcome {
  set: Record<string, string | number | boolean | null>;
}

/** Another process works on this row: stop, and change nothing. */
export class LeaseLostError extends Error {
  constructor(table: WorkTable, id: string) {
    super(`the lease on ${table} ${id} was lost`);
    this.name = 'LeaseLostError';
  }
}

/** The step cannot be done now and nothing is broken: the row is due again later. */
export class TryLaterError extends Error {
  /** @param seconds when; by default the longer the more often it failed */
  constructor(
    reason: string,
    readonly seconds?: number,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'TryLaterError';
  }
}

/** What the step needs is not there yet. Nothing was tried, so it does not count as an attempt. */
export class NotYetError extends TryLaterError {
  constructor(reason: string, seconds: number) {
    super(reason, seconds);
    this.name = 'NotYetError';
  }
}
