import { optionsFrom } from './environment.js';
import { DEFAULT_PORT, type Sandbox, startSandbox } from './index.js';

/** `npm run sandbox`: runs until a signal comes or the parent process goes. */
async function main(): Promise<void> {
  const options = optionsFrom(process.env);
  const sandbox = await startSandbox({ ...options, log: (line) => console.error(`sandbox: ${line}`) });
  console.log(`TikTok sandbox listening on ${sandbox.url} (open it in a browser to see what it holds)`);
  stopWithTheWorld(sandbox);
  process.send?.({ type: 'listening', port: sandbox.port, url: sandbox.url });
}

function stopWithTheWorld(sandbox: Sandbox): void {
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Only with an IPC channel: a parent that died must not leave a sandbox behind.
  process.once('disconnect', stop);
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `port ${process.env['SANDBOX_PORT'] ?? DEFAULT_PORT} is already in use; choose another with SANDBOX_PORT`;
  return error instanceof Error ? error.message : String(error);
}

await main().catch((error: unknown) => {
  console.error(`The TikTok sandbox did not start: ${explain(error)}.`);
  process.exit(1);
});
