// The process that runs the service next. It loads the packages immediately, and the service's own sources only on a message
// to start, so that a restart loads nothing but what may have changed.
import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};

// Without the process that restarts it, the service must not go on.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
const goAhead = new Promise((resolve) => process.once('message', resolve));
// One that cannot be imported as a whole is loaded in parts by the service.
for (const name of Object.keys(dependencies)) await import(name).catch(() => undefined);
await goAhead;
try {
  await import('../../src/main.js');
} catch (error) {
  // Sources that do not compile: the message shows the place, a stack would show the loader.
  process.stderr.write(`${error instanceof SyntaxError ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
