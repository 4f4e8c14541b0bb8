import { setTimeout as sleep } from 'node:timers/promises';
import { QueryFailedError } from 'typeorm';
import { codeOf, InProgressError } from '../common/index.js';

// lock_not_available: PostgreSQL's code after lock_timeout, or when NOWAIT finds a lock.
const LOCK_TAKEN = '55P03';
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 500;
const TIMEOUT_MS = 5_000;

/** Another transaction holds a lock that this one needs. */
export class LockTakenError extends InProgressError {
  constructor(options?: ErrorOptions) {
    super('change_in_progress', 'Another request is changing this right now. Try again in a moment.', 1);
    this.cause = options?.cause;
  }
}

/** Converts an unavailable lock into an error for the caller. Other errors stay unchanged. */
export function toLockTaken(error: unknown): unknown {
  const isTaken = error instanceof QueryFailedError && codeOf(error.driverError) === LOCK_TAKEN;
  return isTaken ? new LockTakenError({ cause: error }) : error;
}

/**
 * Retries while another transaction holds the lock. It holds no connection during the pauses, because other tenants need
 * the pool.
 * @param since when the caller started to wait, from `performance.now()`
 * @throws LockTakenError after 5 s, or any other error of the attempt
 */
export async function untilFree<T>(attempt: () => Promise<T>, since = performance.now()): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LockTakenError) || performance.now() - since > TIMEOUT_MS) throw error;
      // Jitter keeps two transactions from colliding again.
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}
