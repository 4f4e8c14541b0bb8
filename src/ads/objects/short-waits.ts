import { setTimeout as sleep } from 'node:timers/promises';
import { RateBudgetError } from '../../tiktok/index.js';

const LONGEST_MS = 1_500;
// Less than ADS_SETTLE_SECONDS: the outcome of a create must not be looked up before it has left.
const LONGEST_IN_ALL_MS = 7_500;

/**
 * Makes a call, and waits for the next free place when all calls of the present second are used. Work that is put back
 * instead waits longer, and leaves calls unused that are permitted. Others may take the place first, so it waits again.
 * @throws RateBudgetError if the next wait, or all of them, take longer than that; otherwise what `call` throws
 */
export async function withShortWaits<T>(call: () => Promise<T>, inAllMs = LONGEST_IN_ALL_MS): Promise<T> {
  const deadline = performance.now() + inAllMs;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const isShort = error instanceof RateBudgetError && error.waitMs <= LONGEST_MS;
      if (!isShort || performance.now() + error.waitMs >= deadline) throw error;
      await sleep(error.waitMs + 1);
    }
  }
}
