import { describe, expect, it } from '@jest/globals';
import { RejectedOrigins } from './rejected-origins.js';

const MINUTE_MS = 60_000;

function refusals() {
  const lines: string[] = [];
  const time = { now: 0 };
  const log = { warn: (line: string) => void lines.push(line) };
  return { lines, time, refusals: new RejectedOrigins(log as never, () => time.now) };
}

describe('RejectedOrigins', () => {
  it('tell of an origin again after some minutes', () => {
    const { lines, time, refusals: told } = refusals();

    told.note('https://a.example');
    time.now += 9 * MINUTE_MS;
    told.note('https://a.example');
    expect(lines).toHaveLength(1);
    time.now += MINUTE_MS;
    told.note('https://a.example');
    expect(lines).toHaveLength(2);
  });

  it('are no way to fill the log or the memory', () => {
    const { lines, time, refusals: told } = refusals();

    for (let n = 0; n < 1_000; n += 1) told.note(`https://${n}.example/${'x'.repeat(5_000)}`);
    expect(lines).toHaveLength(20);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(400);
    time.now += 10 * MINUTE_MS;
    told.note('https://later.example');
    expect(lines).toHaveLength(21);
  });
});
