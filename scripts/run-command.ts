import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../src/common/index.js';

/** Registers what the command has opened; it is closed when the command ends, the last first. */
export type OnEnd = (close: () => Promise<unknown>) => void;

const CLOSES_WITHIN_MS = 5_000;

/**
 * Runs a command to its end: says why it failed, closes what it opened, and ends the process. A connection that keeps
 * trying would otherwise keep the process.
 * @param work returns the exit code
 * @param explain turns an error into what the operator reads
 */
export async function runCommand(
  work: (onEnd: OnEnd) => Promise<number>,
  explain: (error: unknown) => string = messageOf,
): Promise<never> {
  const closings: (() => Promise<unknown>)[] = [];
  let code = 1;
  try {
    code = await work((close) => closings.push(close));
  } catch (error) {
    console.error(explain(error));
  }
  await Promise.race([closeAll(closings), tooLate()]);
  process.exit(code);
}

async function closeAll(closings: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closings.toReversed())
    await close().catch((error: unknown) => console.error(`Closing failed: ${messageOf(error)}`));
}

async function tooLate(): Promise<void> {
  await sleep(CLOSES_WITHIN_MS, undefined, { ref: false });
  console.error(`Not everything closed within ${CLOSES_WITHIN_MS / 1000} s; the command ends without it.`);
}
