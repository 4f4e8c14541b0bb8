import { QueryFailedError } from 'typeorm';
import { isError } from './error-message.js';

// What Postgres says when it is going down, coming up, or full.
const GOING_OR_FULL = new Set(['57P01', '57P02', '57P03', '53300']);
const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
// node-postgres and its pool give these no code.
const DRIVER_WORDS = /^(timeout exceeded when trying to connect|Connection terminated|timeout expired$)/;

/**
 * Whether the database is away, as told by its driver. A lost connection counts only inside a query: an
 * `ECONNRESET` of its own is a client's that went away.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof QueryFailedError) return isDriverGone(error.driverError, true);
  return isDriverGone(error, false);
}

function isDriverGone(error: unknown, inQuery: boolean): boolean {
  if (!isError(error)) return false;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (GOING_OR_FULL.has(code) || code === 'ECONNREFUSED' || DRIVER_WORDS.test(error.message)) return true;
  // Opening a connection: only the pool does that without a name of its own for its errors.
  return (inQuery && CONNECTION_LOST.has(code)) || syscall === 'connect' || syscall === 'getaddrinfo';
}
