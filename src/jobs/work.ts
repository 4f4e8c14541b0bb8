import type { WorkTable } from './work-kinds.js';

/** A row that one process has leased. */
export interface Claim {
  id: string;
  /** Absent for rows that belong to no organisation, such as webhook events. */
  organisationId: string | undefined;
  /** The row as it was claimed, keyed by column name. */
  row: Readonly<Record<string, unknown>>;
  /** How often the row has been claimed since it last succeeded, this claim included. */
  attempts: number;
  /** Call it right before anything that must not happen twice. @throws LeaseLostError when another process has the row */
  assertHeld(): Promise<void>;
  /** Aborted when the process stops or the lease is lost: end the step at a safe point. */
  signal: AbortSignal;
}

/** Does the next step of a claimed row. */
export type HandleWork = (claim: Claim) => Promise<RowUpdate | void>;

/** One kind of background work, with its handler. */
export interface Work {
  name: string;
  table: WorkTable;
  concurrency: number;
  /** Organisations take turns. */
  isFair?: true;
  quiet?: boolean;
  /** See `work-kinds.ts`. */
  ahead?: number;
  handle: HandleWork;
}

/** Columns of the row and their new values, keyed by column name. */
export interface RowUpdate {
  set: Record<string, string | number | boolean | null>;
}

/** Another process works on this row: stop, and change nothing. */
export class LeaseLostError extends Error {
  constructor(table: WorkTable, id: string) {
    super(`lost the lease on ${table} ${id}`);
    this.name = 'LeaseLostError';
  }
}

/** The step cannot be done now, and nothing is broken: the row is due again later. */
export class TryLaterError extends Error {
  /** @param seconds until the next attempt; by default the pause doubles with each attempt */
  constructor(
    reason: string,
    readonly seconds?: number,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'TryLaterError';
  }
}

/** Something the step needs is not there yet. Nothing was tried, so it does not count as an attempt. */
export class NotYetError extends TryLaterError {
  constructor(reason: string, seconds: number) {
    super(reason, seconds);
    this.name = 'NotYetError';
  }
}
