// Runs Jest as this ESM project needs it: `npm test`, `npm test -- unit`, `npm test -- e2e publish`.
// Writes test-results/jest.json; Redis comes from REDIS_URL or from a redis-server on this machine.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { WARNINGS_FILE } from './quiet-reporter.mjs';

const TIERS = new Set(['unit', 'integration', 'e2e', 'conformance']);
const args = process.argv.slice(2);
const tiers = args.filter((arg) => TIERS.has(arg));
const rest = args.filter((arg) => !TIERS.has(arg));
mkdirSync('test-results', { recursive: true });

const jest = path.resolve('node_modules/jest/bin/jest.js');
const child = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    `--redirect-warnings=${WARNINGS_FILE}`,
    jest,
    ...(tiers.length > 0 ? ['--selectProjects', ...tiers] : []),
    '--reporters=default',
    '--reporters=./scripts/quiet-reporter.mjs',
    '--json',
    '--outputFile=test-results/jest.json',
    ...rest,
  ],
  { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
