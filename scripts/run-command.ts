import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, messageOf } from '../src/common/error-message.js';

/** Registers what the command has opened; it is closed when the command ends, the last first. */
export type OnEnd = (close: () => Promise<unknown>) => void;

/** The command was called wrongly: its usage is shown, and it ends with 2. */
export class UsageError extends Error {}

interface Options {
  usage: string;
  /** Turns an error into what the operator reads. */
  explain?: (error: unknown) => string | Promise<string>;
  /** The exit code after an error. */
  failed?: number;
  closesWithinMs?: number;
}

const USAGE_CODE = 2;
const CLOSES_WITHIN_MS = 5_000;

/**
 * Runs a command to its end: says why it failed, closes what it opened, and ends the process. A connection that keeps
 * trying would otherwise keep the process.
 * @param work returns the exit code
 */
export async function runCommand(work: (onEnd: OnEnd) => Promise<number>, options: Options): Promise<never> {
  const closings: (() => Promise<unknown>)[] = [];
  const code = await codeFrom(() => work((close) => closings.push(close)), options);
  await Promise.race([closeAll(closings), tooLate(options.closesWithinMs ?? CLOSES_WITHIN_MS)]);
  process.exit(code);
}

async function codeFrom(
  work: () => Promise<number>,
  { usage, explain = messageOf, failed = 1 }: Options,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const isUsage = error instanceof UsageError || codeOf(error)?.startsWith('ERR_PARSE_ARGS');
    console.error(isUsage ? `${messageOf(error)}\n${usage}` : await explain(error));
    return isUsage ? USAGE_CODE : failed;
  }
}

async function closeAll(closings: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closings.toReversed())
    await close().catch((error: unknown) => console.error(`Closing failed: ${messageOf(error)}`));
}

async function tooLate(ms: number): Promise<void> {
  await sleep(ms, undefined, { ref: false });
  console.error(`Not everything closed within ${ms / 1000} s; the command ends without it.`);
}
