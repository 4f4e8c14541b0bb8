import { QueryFailedError } from 'typeorm';
import { codeOf, isError } from './error-message.js';

/** An error as a log line has it. */
export interface DescribedError {
  type: string;
  message: string;
  /** Of Node or Postgres. Not `code`: that is redacted, as OAuth's codes are secret. */
  errorCode?: string;
  stack?: string;
  /** The statement with its placeholders. */
  query?: string;
  cause?: DescribedError;
}

/**
 * What of an error belongs in the log: what happened and where. Not the values it happened with — parameters of queries,
 * rows in Postgres' `detail` — as those are people's captions, names and ids.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!isError(error)) return { type: typeof error, message: String(error) };
  const failedQuery = error instanceof QueryFailedError;
  const message = failedQuery ? withoutValues(error.message) : error.message;
  const code = codeOf(failedQuery ? error.driverError : error);
  return {
    type: error.name,
    message,
    ...(code !== undefined && { errorCode: code }),
    stack: [`${error.name}: ${message}`, ...framesOf(error)].join('\n'),
    ...(failedQuery && { query: error.query }),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

const MAX_CAUSES = 3;

/** Postgres quotes what it could not read: `invalid input syntax for type uuid: "…"`. */
function withoutValues(message: string): string {
  return message.replace(/: ".*$/s, ': "…"');
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => line.startsWith('    at '));
}
