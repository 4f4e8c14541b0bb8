import { AsyncLocalStorage } from 'node:async_hooks';

/** Fields of a log line besides its message: ids, codes and counts. Never secrets or personal data. */
export type LogFacts = Record<string, unknown>;

const scopes = new AsyncLocalStorage<LogFacts>();

/** Runs work that writes one log line. @param facts collects the fields that the work adds */
export function withLogFacts<T>(facts: LogFacts, work: () => T): T {
  return scopes.run(facts, work);
}

/**
 * Adds fields to the log line of the running work.
 * @returns false outside of `withLogFacts`: the fields are dropped
 */
export function noteFacts(facts: LogFacts): boolean {
  const scope = scopes.getStore();
  if (scope) Object.assign(scope, facts);
  return scope !== undefined;
}
