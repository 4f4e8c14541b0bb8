import { isNativeError } from 'node:util/types';

/** True for errors of any realm: in a `vm`, as in tests, Node's own errors are instances of another `Error`. */
export function isError(error: unknown): error is Error {
  return error instanceof Error || isNativeError(error);
}

/** The message of any thrown value. */
export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** Node's or PostgreSQL's error code of any thrown value, also from its `cause`. */
export function codeOf(error: unknown): string | undefined {
  if (!isError(error)) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : codeOf(error.cause);
}
