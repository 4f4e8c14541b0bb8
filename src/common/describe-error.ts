import { QueryFailedError } from 'typeorm';
import { codeOf, isError } from './error-message.js';

/** An error as it is logged. */
export interface DescribedError {
  type: string;
  message: string;
  /** The code of Node or PostgreSQL. Not called `code`, which is redacted because OAuth codes are secret. */
  errorCode?: string;
  stack?: string;
  /** The statement with its placeholders. */
  query?: string;
  cause?: DescribedError;
}

/**
 * The parts of an error that may be logged: what happened and where. Query parameters and the rows in PostgreSQL's
 * `detail` are left out, because they contain captions, names and ids of users.
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

/** PostgreSQL quotes the values it rejects: `invalid input syntax for type uuid: "…"`. */
function withoutValues(message: string): string {
  return message.replace(/: ".*$/s, ': "…"');
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => line.startsWith('    at '));
}
