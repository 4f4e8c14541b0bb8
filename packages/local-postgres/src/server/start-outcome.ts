/** Why Postgres ended while starting, read from its last log lines; decides whether another try can help. */
export type StartFailure = 'port-taken' | 'old-processes' | 'other';

export function startFailureIn(lines: readonly string[]): StartFailure {
  const text = lines.join('\n');
  if (/could not bind .*: Address already in use/.test(text)) return 'port-taken';
  // Backends of a server that was killed hold its shared memory until they notice, a moment later.
  if (/pre-existing shared memory block .* is still in use/.test(text)) return 'old-processes';
  return 'other';
}

export class ServerEndedEarly extends Error {
  readonly failure: StartFailure;

  constructor(readonly lines: readonly string[]) {
    super(`PostgreSQL ended while starting: ${lines.join(' | ') || 'it said nothing'}`);
    this.failure = startFailureIn(lines);
  }
}
