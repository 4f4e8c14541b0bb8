import { setTimeout as sleep } from 'node:timers/promises';
import { RateBudgetError } from '../../tiktok/index.js';

const LONGEST_MS = 1_500;
const MOST_WAITS = 5;

/**
 * Makes a call, and waits for the next free place when all calls of the present second are used. Work that is put back
 * instead waits longer, and leaves calls unused that are permitted.
 * @throws RateBudgetError if the wait is longer than that; otherwise what `call` throws
 */
export async function withShortWaits<T>(call: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      const isShort = error instanceof RateBudgetError && error.waitMs <= LONGEST_MS;
      if (!isShort || waits === MOST_WAITS) throw error;
      await sleep(error.waitMs + 1);
    }
  }
}
