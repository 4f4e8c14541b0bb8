// Requests get their share of this (SHUTDOWN_GRACE_SECONDS); the rest is for jobs, the database and what was launched.
const REST_MS = 5_000;

/**
 * Ends the process in order on SIGINT or SIGTERM: with 0 when everything stopped, with 1 when something did not within
 * the time, or when a second signal comes.
 * @param graceMs how long requests under way may take of it
 */
export function stopOnSignal(stop: () => Promise<unknown>, graceMs: number): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stderr.write(`\n${signal}: finishing what is under way (again to stop at once)…\n`);
    setTimeout(() => {
      process.stderr.write(
        'Not everything stopped in time: what was under way is taken up at the next start.\n',
      );
      process.exit(1);
    }, graceMs + REST_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping went wrong: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
