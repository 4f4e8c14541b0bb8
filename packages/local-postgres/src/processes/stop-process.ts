/** Postgres's own words for its shutdowns: fast (disconnect, checkpoint), immediate (crash, recover at next start). */
const FAST = 'SIGINT';
const IMMEDIATE = 'SIGQUIT';

/** A checkpoint of a busy server takes seconds; a container runtime that stops us does not wait much longer. */
const PATIENCE_MS = 10_000;

export async function stopProcess(
  signal: (name: NodeJS.Signals) => void,
  endsWithin: (milliseconds: number) => Promise<boolean>,
): Promise<void> {
  for (const name of [FAST, IMMEDIATE, 'SIGKILL'] as const) {
    signal(name);
    if (await endsWithin(PATIENCE_MS)) return;
  }
}
