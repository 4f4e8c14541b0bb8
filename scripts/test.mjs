// Runs Jest as this ESM project needs it: `npm test`, `npm test -- unit --watch`, `npm test -- e2e publish`.
// `npm run test:soak` runs the specs that `npm test` shortens, at full length.
// Writes test-results/jest.json. Redis comes from REDIS_URL or from a redis-server on this machine.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeTestFolder, removeTestFolder } from './test-folder.mjs';
import { WARNINGS_FILE } from './test-report.mjs';

const TIERS = new Set(['unit', 'integration', 'e2e', 'conformance']);
const SOAK = 'soak';
const args = process.argv.slice(2);
const isSoak = args.includes(SOAK);
const isWatch = args.some((arg) => /^--watch(All)?$/.test(arg));
const tiers = isSoak ? ['e2e'] : args.filter((arg) => TIERS.has(arg));
const rest = args.filter((arg) => !TIERS.has(arg) && arg !== SOAK);

/** The specs that import what shortens them. */
function shortened() {
  return readdirSync('test', { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => path.join('test', name))
    .filter((file) => readFileSync(file, 'utf8').includes('support/short-form.js'));
}

mkdirSync('test-results', { recursive: true });
const folder = makeTestFolder();
const patterns = isSoak && !rest.some((arg) => !arg.startsWith('-')) ? shortened() : [];
const child = spawn(
  process.execPath,
  [
    // Loading the service makes much short-lived garbage: a larger nursery is collected less often.
    '--max-semi-space-size=64',
    `--redirect-warnings=${WARNINGS_FILE}`,
    path.resolve('node_modules/jest/bin/jest.js'),
    ...(tiers.length > 0 ? ['--selectProjects', ...tiers] : []),
    '--reporters=default',
    '--reporters=./scripts/test-report.mjs',
    // Watch mode uses the terminal; a single run writes nothing to standard output and its results to a file.
    ...(isWatch ? [] : ['--json', '--outputFile=test-results/jest.json']),
    ...rest,
    ...patterns,
  ],
  {
    stdio: isWatch ? 'inherit' : ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ...(isSoak && { TEST_SOAK: 'true' }),
      ...(folder && { TMPDIR: folder }),
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  removeTestFolder(folder);
  if (signal) process.stderr.write(`\nJest was ended by ${signal}.\n`);
  process.exit(code ?? 1);
});
