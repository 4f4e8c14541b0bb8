import { readArguments } from './command/arguments.js';
import { explain } from './command/explain.js';
import { helpText, version } from './command/help.js';
import { optionsFrom } from './command/options.js';
import { UsageError } from './command/usage-error.js';
import { type Sandbox, type SandboxOptions, startSandbox } from './index.js';

const FAILED = 1;
const CALLED_WRONGLY = 2;

/** Runs until a signal arrives or the parent process ends. */
async function run(given: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox({ ...given, log: (line) => console.error(`sandbox: ${line}`) });
  console.log(`TikTok sandbox listening on ${sandbox.url} (open it in a browser to see what it holds)`);
  stopOnRequest(sandbox);
  process.send?.({ type: 'listening', port: sandbox.port, url: sandbox.url });
}

function stopOnRequest(sandbox: Sandbox): void {
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Only with an IPC channel: a parent that died must not leave a sandbox behind.
  process.once('disconnect', stop);
}

/** Reads the flags and variables. Prints help or the version instead when asked to. */
function readOptions(): SandboxOptions | undefined {
  const command = readArguments(process.argv.slice(2));
  if (command.kind === 'run') return optionsFrom(process.env, command.flags);
  process.stdout.write(command.kind === 'help' ? helpText() : `${version()}\n`);
  return undefined;
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

let options: SandboxOptions | undefined;
try {
  options = readOptions();
  if (options !== undefined) await run(options);
} catch (error) {
  if (error instanceof UsageError) fail(error.message, CALLED_WRONGLY);
  fail(explain(error, options), FAILED);
}
