// A Jest reporter: what a run says at its end. It names the slowest specs and the ones that ran in a short form.
// Console output and warnings of Node fail the unit tier, as such lines hide each other and announce leaking listeners.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const WARNINGS_FILE = path.resolve('test-results/warnings.txt');
/** Written by test/support/short-form.ts. */
const SHORT_FORMS_FILE = path.resolve('test-results/short-forms.txt');
const SLOWEST = 10;

export default class TestReport {
  #noise = [];
  #specs = [];

  onRunStart() {
    this.#noise = [];
    this.#specs = [];
    rmSync(WARNINGS_FILE, { force: true });
    rmSync(SHORT_FORMS_FILE, { force: true });
  }

  onTestResult({ context, path: file }, { console: lines, perfStats }) {
    const name = path.relative('', file);
    this.#specs.push({ name, seconds: perfStats.runtime / 1000 });
    if (context.config.displayName?.name !== 'unit') return;
    for (const { message } of lines ?? []) this.#noise.push(`${name}: ${message}`);
  }

  onRunComplete() {
    if (this.#specs.length > SLOWEST) print('The slowest specs:', this.#slowest());
    print('In a short form; `npm run test:soak` runs them at full length:', linesOf(SHORT_FORMS_FILE));
    // Deprecations are of Node versions to come and of packages: they are no fault of a test.
    const warnings = linesOf(WARNINGS_FILE).filter(
      (line) => /^\(node:\d+\)/.test(line) && !line.includes('DeprecationWarning'),
    );
    this.#noise.push(...warnings);
    print('The run fails for its noise:', this.#noise);
  }

  // Jest asks for it to decide about its exit code.
  getLastError() {
    return this.#noise.length === 0 ? undefined : new Error('noise');
  }

  #slowest() {
    const slowest = this.#specs.toSorted((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
    return slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
}

function linesOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').toSorted() : [];
}

function print(title, lines) {
  if (lines.length > 0) process.stderr.write(`\n${title}\n  ${lines.join('\n  ')}\n`);
}
