import { QueryFailedError } from 'typeorm';
import { isError } from './error-message.js';

// Codes of a PostgreSQL that is shutting down, starting up, out of connections, or has ended an idle transaction.
const UNAVAILABLE_CODES = new Set(['57P01', '57P02', '57P03', '53300', '25P03']);
const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
// node-postgres and its pool set no code on these errors.
const DRIVER_MESSAGES =
  /^(timeout exceeded when trying to connect|Connection terminated|timeout expired$|Query read timeout$)/;

/** A connection that does not answer, in the words of node-postgres: the outcome of its statement is unknown. */
export function queryReadTimeout(): Error {
  return new Error('Query read timeout');
}

/**
 * True if the error means that the database is unreachable. A lost connection counts only inside a query: elsewhere, an
 * `ECONNRESET` comes from a client that disconnected.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof QueryFailedError) return isConnectionError(error.driverError, true);
  return isConnectionError(error, false);
}

/** True if a statement failed because of what it was given, not because of the database. */
export function isRefusedStatement(error: unknown): boolean {
  return error instanceof QueryFailedError && !isDatabaseUnavailable(error);
}

function isConnectionError(error: unknown, inQuery: boolean): boolean {
  if (!isError(error)) return false;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (UNAVAILABLE_CODES.has(code) || code === 'ECONNREFUSED' || DRIVER_MESSAGES.test(error.message))
    return true;
  // Opening a connection: only the pool throws these errors unwrapped.
  return (inQuery && CONNECTION_LOST.has(code)) || syscall === 'connect' || syscall === 'getaddrinfo';
}
