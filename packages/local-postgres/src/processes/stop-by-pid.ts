import { setTimeout as delay } from 'node:timers/promises';
import { stopProcess } from './stop-process.js';
import { errnoOf } from '../system-error.js';
import { factsOf } from './process-facts.js';

const POLL_MS = 50;

/** Stops a Postgres that is not our child. The system notifies only the parent of its end, so this polls until it is gone. */
export async function stopByPid(pid: number): Promise<void> {
  await stopProcess(
    (signal) => signalIfThere(pid, signal),
    (milliseconds) => goneWithin(pid, milliseconds),
  );
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}

async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const giveUpAt = Date.now() + milliseconds;
  while ((await factsOf(pid)) !== undefined) {
    if (Date.now() > giveUpAt) return false;
    await delay(POLL_MS);
  }
  return true;
}
