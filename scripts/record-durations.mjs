// `npm run test:durations`: takes over how long each spec file took from the results of the last whole `npm test`. A machine
// that has no durations of its own starts the longest first by them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const RESULTS = 'test-results/jest.json';
const TABLE = 'test/support/jest/durations.json';
// Shorter ones fill the gaps at the end in any order.
const SHORTEST_SECONDS = 5;

const { testResults } = JSON.parse(readFileSync(process.argv[2] ?? RESULTS, 'utf8'));
const seconds = testResults
  .map(({ name, startTime, endTime }) => [fileOf(name), Math.round((endTime - startTime) / 1000)])
  .filter(([, duration]) => duration >= SHORTEST_SECONDS)
  .toSorted(([one, its], [other, others]) => others - its || one.localeCompare(other));
writeFileSync(TABLE, `${JSON.stringify(Object.fromEntries(seconds), null, 2)}\n`);
console.log(
  `${TABLE}: ${seconds.length} of ${testResults.length} spec files take ${SHORTEST_SECONDS} s or longer.`,
);

/** Results may come from another checkout. */
function fileOf(name) {
  const [file] = /(test|src|packages|scripts)\/.*$/.exec(path.relative('', name)) ?? [name];
  return file;
}
