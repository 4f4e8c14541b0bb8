import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log says besides its message. Nothing secret or personal: ids of ours, codes, counts. */
export type LogFacts = Record<string, unknown>;

const scopes = new AsyncLocalStorage<LogFacts>();

/** Runs a piece of work that has one line in the log. @param facts gains what the work notes */
export function withLogFacts<T>(facts: LogFacts, work: () => T): T {
  return scopes.run(facts, work);
}

/**
 * Adds to the line of the work under way.
 * @returns false outside of any: nothing is logged
 */
export function noteFacts(facts: LogFacts): boolean {
  const scope = scopes.getStore();
  if (scope) Object.assign(scope, facts);
  return scope !== undefined;
}
