import { execFile } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundleService } from './service-bundle.js';
import { until } from './until.js';

const LOCK = path.resolve('test-results/build.lock');
const STALE_AFTER_MS = 120_000;

/** Compiles what has changed, so that no start has to wait for that. Workers take turns: they share `dist`. */
export async function buildService(): Promise<void> {
  await until(takeLock, 2 * STALE_AFTER_MS);
  try {
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    // As `scripts/run.mjs` does before each command.
    await promisify(execFile)(process.execPath, [tsc, '-b', '--noCheck', 'tsconfig.build.json']);
    await bundleService();
  } finally {
    rmdirSync(LOCK);
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > STALE_AFTER_MS) rmdirSync(LOCK);
    return false;
  }
}
