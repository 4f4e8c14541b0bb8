import { describe, expect, it } from '@jest/globals';
import { RejectedOrigins } from './rejected-origins.js';

const MINUTE_MS = 60_000;

function rejected() {
  const lines: string[] = [];
  const time = { now: 0 };
  const log = { warn: (line: string) => void lines.push(line) };
  return { lines, time, origins: new RejectedOrigins(log as never, () => time.now) };
}

describe('RejectedOrigins', () => {
  it('logs an origin again after 10 minutes', () => {
    const { lines, time, origins } = rejected();

    origins.note('https://a.example');
    time.now += 9 * MINUTE_MS;
    origins.note('https://a.example');
    expect(lines).toHaveLength(1);
    time.now += MINUTE_MS;
    origins.note('https://a.example');
    expect(lines).toHaveLength(2);
  });

  it('limits log lines and memory', () => {
    const { lines, time, origins } = rejected();

    for (let n = 0; n < 1_000; n += 1) origins.note(`https://${n}.example/${'x'.repeat(5_000)}`);
    expect(lines).toHaveLength(20);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(400);
    time.now += 10 * MINUTE_MS;
    origins.note('https://later.example');
    expect(lines).toHaveLength(21);
  });
});
