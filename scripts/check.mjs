// `npm run check`: format, lint, types and import boundaries, several at once, then the unit tests. Caches of the tools are in
// node_modules/.cache, which `npm ci` empties. `node scripts/check.mjs format types` runs only these parts.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

// The longest first.
const PARTS = ['eslint', 'types', 'format', 'imports', 'oxlint'];

/** Runs one part. @returns true if it passed */
async function passes(part) {
  const startedAt = Date.now();
  const child = spawn('npm', ['run', '--silent', `check:${part}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const verdict = code === 0 ? 'ok' : 'FAILED';
  process.stdout.write(`${part.padEnd(8)} ${verdict} after ${seconds} s\n${code === 0 ? '' : output}`);
  return code === 0;
}

const asked = process.argv.slice(2);
const waiting = asked.length > 0 ? asked : PARTS;
const unknown = waiting.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part ${unknown.join(', ')}: choose among ${PARTS.join(', ')}.\n`);
  process.exit(2);
}
const queue = [...waiting];
const results = [];
async function work() {
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) results.push(await passes(part));
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exit(results.every(Boolean) ? 0 : 1);
