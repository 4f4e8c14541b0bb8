// A Jest reporter: what tests or the code under them write to the console, and what Node warns of, fails the unit tier. Such
// lines hide each other, and a listener that leaks announces itself in no other way.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const WARNINGS_FILE = path.resolve('test-results/warnings.txt');

export default class QuietReporter {
  #noise = [];

  onRunStart() {
    rmSync(WARNINGS_FILE, { force: true });
  }

  onTestResult({ context, path: file }, { console: lines }) {
    if (context.config.displayName?.name !== 'unit') return;
    for (const { message } of lines ?? []) this.#noise.push(`${path.relative('', file)}: ${message}`);
  }

  onRunComplete() {
    if (existsSync(WARNINGS_FILE)) this.#noise.push(...warningsIn(readFileSync(WARNINGS_FILE, 'utf8')));
    if (this.#noise.length > 0)
      process.stderr.write(`\nThe run fails for its noise:\n  ${this.#noise.join('\n  ')}\n`);
  }

  // Jest asks for it to decide about its exit code.
  getLastError() {
    return this.#noise.length === 0 ? undefined : new Error('noise');
  }
}

/** Deprecations are of Node versions to come and of packages: they are no fault of a test. */
function warningsIn(text) {
  return text
    .split('\n')
    .filter((line) => /^\(node:\d+\)/.test(line) && !line.includes('DeprecationWarning'));
}
