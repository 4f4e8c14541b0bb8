import { isNativeError } from 'node:util/types';

/** Also of another realm: Node's own errors have another `Error` than code that runs in a `vm`, as tests do. */
export function isError(error: unknown): error is Error {
  return error instanceof Error || isNativeError(error);
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** Node's or Postgres' code of whatever was thrown, looking through `cause`. */
export function codeOf(error: unknown): string | undefined {
  if (!isError(error)) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : codeOf(error.cause);
}
