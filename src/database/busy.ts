import { setTimeout as sleep } from 'node:timers/promises';
import { QueryFailedError } from 'typeorm';
import { codeOf, InProgressError } from '../common/index.js';

// lock_not_available: what Postgres says when lock_timeout ends, or NOWAIT finds a lock taken.
const LOCK_TAKEN = '55P03';
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;
const PATIENCE_MS = 5_000;

/** Another transaction has what this one needs. */
export class LockTakenError extends InProgressError {
  constructor(options?: ErrorOptions) {
    super('change_in_progress', 'Another call is changing this right now. Try again in a moment.', 1);
    this.cause = options?.cause;
  }
}

/** A lock that was not to be had, as an error for the caller; every other error as it is. */
export function asLockTaken(error: unknown): unknown {
  const isTaken = error instanceof QueryFailedError && codeOf(error.driverError) === LOCK_TAKEN;
  return isTaken ? new LockTakenError({ cause: error }) : error;
}

/**
 * Tries again while another transaction has what this one needs, with pauses in which no connection is held: other
 * tenants need the pool's connections meanwhile.
 * @param since when the caller began to wait, by `performance.now()`
 * @throws LockTakenError after 5 s, or what the attempt throws
 */
export async function untilFree<T>(attempt: () => Promise<T>, since = performance.now()): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LockTakenError) || performance.now() - since > PATIENCE_MS) throw error;
      // Two that have met do not meet again.
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}
