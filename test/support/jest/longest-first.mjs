// The order of spec files: the longest first, so that no long one is left for the end. Specs that start processes of the
// service or a browser need the processor, the others mostly wait: the two kinds take turns, so that they run side by side.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { default: TestSequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Seconds by file, for a machine without a run of its own. `npm run test:durations` writes it after a whole run. */
const RECORDED = JSON.parse(readFileSync(new URL('durations.json', import.meta.url), 'utf8'));
const STARTS_PROCESSES =
  /support\/(browser|harness\/(build-service|crash-harness|deployment|service-process)|documented\/fresh-clone)\.js/;

export default class LongestFirst extends TestSequencer {
  /** A file that is not recorded was short, or is new: it fills the gaps at the end. */
  time(test) {
    const file = path.relative(test.context.config.rootDir, test.path).split(path.sep).join('/');
    return super.time(test) ?? (RECORDED[file] ?? 0) * 1000;
  }

  sort(tests) {
    const [starting, waiting] = [[], []];
    // The base class orders by failures and `time`.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = super.sort(tests);
    for (const test of sorted) (startsProcesses(test) ? starting : waiting).push(test);
    const turns = Math.max(starting.length, waiting.length);
    return Array.from({ length: turns }, (_, turn) => [starting[turn], waiting[turn]])
      .flat()
      .filter((test) => test !== undefined);
  }
}

function startsProcesses({ path: file }) {
  return STARTS_PROCESSES.test(readFileSync(file, 'utf8'));
}
