import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../src/common/index.js';

/** A helper process that is needed as long as the service runs. */
export interface Helper {
  /** Resolves when it has ended, stopped or not, with the signal or exit code. */
  ended: Promise<string>;
  stop(): Promise<unknown>;
}

export interface KeptRunning<T extends Helper> {
  /** As it was started first; the later ones are at the same address. */
  first: T;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
// One that ends sooner has not really started: the pauses go on growing.
const STABLE_MS = 10_000;

/**
 * Starts a helper, and restarts it whenever it ends unexpectedly. Reports the loss, each new reason why it does not
 * start, and of the recovery.
 * @param start called with the one that has ended, whose address the next must have
 */
export async function keepRunning<T extends Helper>(
  name: string,
  start: (ended?: T) => Promise<T>,
  tell: (line: string) => void,
): Promise<KeptRunning<T>> {
  const first = await start();
  const stopping = new AbortController();
  let current = first;
  let pause = FIRST_PAUSE_MS;

  async function again(): Promise<void> {
    let lastReason = '';
    const since = Date.now();
    while (!stopping.signal.aborted) {
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      try {
        current = await start(current);
        if (!stopping.signal.aborted)
          tell(`${name} is back after ${((Date.now() - since) / 1000).toFixed(1)} s.`);
        return;
      } catch (error) {
        if (messageOf(error) !== lastReason) tell(`${name} does not start: ${messageOf(error)}`);
        lastReason = messageOf(error);
      }
    }
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      const why = await current.ended;
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > STABLE_MS) pause = FIRST_PAUSE_MS;
      tell(`${name} ended unexpectedly (${why}). Restarting it…`);
      await again();
    }
  }

  const watching = watch();
  const stop = async () => {
    stopping.abort();
    await current.stop();
    await watching;
    // It may have come up while it was being stopped.
    await current.stop();
  };
  return { first, stop };
}
