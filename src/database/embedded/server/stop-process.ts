/** Postgres's own words for its shutdowns: fast (disconnect, checkpoint), immediate (crash, recover at next start). */
const FAST = 'SIGINT';
const IMMEDIATE = 'SIGQUIT';

/** A checkpoint of a busy server takes seconds; whoever stops us (a container runtime) waits not much longer. */
const PATIENCE_MS = 10_000;

export async function stopProcess(
  signal: (name: NodeJS.Signals) => void,
  exited: Promise<void>,
): Promise<void> {
  for (const name of [FAST, IMMEDIATE, 'SIGKILL'] as const) {
    signal(name);
    if (await endsWithin(exited, PATIENCE_MS)) return;
  }
}

async function endsWithin(exited: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([exited.then(() => true), patience]);
  } finally {
    clearTimeout(timer);
  }
}
