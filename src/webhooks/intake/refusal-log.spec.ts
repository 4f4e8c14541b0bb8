import { expect, it } from '@jest/globals';
import { RefusalLog } from './refusal-log.js';

it('logs each reason once in 10 s, and then how many it left out', () => {
  const lines: unknown[] = [];
  let now = 0;
  const log = new RefusalLog({ warn: (line: unknown) => void lines.push(line) }, () => now);

  for (let n = 0; n < 5; n += 1) log.note('too old', 100);
  log.note('no signature', 7);
  now = 10_001;
  log.note('too old', 100);

  expect(lines).toEqual([
    { msg: 'refused a webhook: too old', reason: 'too old', bytes: 100 },
    { msg: 'refused a webhook: no signature', reason: 'no signature', bytes: 7 },
    { msg: 'refused a webhook: too old', reason: 'too old', bytes: 100, unlogged: 4 },
  ]);
});
