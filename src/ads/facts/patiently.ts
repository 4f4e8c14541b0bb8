import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../common/index.js';
import { retryAfterSeconds, toHttpError } from '../../tiktok/index.js';
import { CutListError } from './whole-list.js';

const LONGEST_PAUSE_SECONDS = 2;
const MOST_ATTEMPTS = 3;

/** Repeats a question after a short pause: a check asks several things at once and may meet the limit of calls in a second. */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      const cause = error instanceof DomainError ? error.cause : error;
      const seconds = retryAfterSeconds(cause);
      if (seconds === undefined || seconds > LONGEST_PAUSE_SECONDS || attempt === MOST_ATTEMPTS) throw error;
      await sleep(seconds * 1000);
    }
  }
}

/** Returns why something could not be checked. @throws errors of ours */
export function reasonOf(error: unknown): string {
  if (error instanceof CutListError) return error.message;
  const known = toHttpError(error);
  if (known instanceof DomainError) return known.message;
  throw error;
}
