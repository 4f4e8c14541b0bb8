/** A member of a set, for so long from now. Adding it again sets a new time; 0 ms removes it. */
export interface Entry {
  key: string;
  member: string;
  ms: number;
}

/** Passes if a set has fewer members than `limit`. */
export interface Check {
  key: string;
  limit: number;
  /** Caps the reported wait, since a call in flight keeps its place for longer than it usually needs. */
  maxWaitMs: number;
}

/** The failed check with the longest wait, and how long to wait. */
export interface Refusal {
  check: number;
  waitMs: number;
}

/** Sets whose members expire, on one clock. Each call is atomic. */
export abstract class ExpiringSets {
  /** Adds all entries if all checks pass, else none. */
  abstract add(entries: readonly Entry[], checks?: readonly Check[]): Promise<Refusal | undefined>;
  /** Counts the members of each set, without the member `except`. */
  abstract sizes(keys: readonly string[], except?: string): Promise<number[]>;
}
