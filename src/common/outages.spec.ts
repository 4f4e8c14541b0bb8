import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Outages } from './outages.js';

let lines: Record<string, unknown>[];
let outages: Outages;
beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  outages = new Outages();
  const keep = (line: unknown) => void lines.push(line as Record<string, unknown>);
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(keep);
  jest.spyOn(Logger.prototype, 'log').mockImplementation(keep);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('Outages', () => {
  it('logs an outage once and its recovery once, with the duration', () => {
    for (let second = 0; second < 60; second += 1) {
      outages.failed('Redis', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
      jest.advanceTimersByTime(1_000);
    }
    for (let n = 0; n < 3; n += 1) outages.recovered('Redis');
    jest.advanceTimersByTime(60_000);
    outages.recovered('Redis');

    expect(lines).toEqual([
      {
        msg: 'Redis does not answer',
        dependency: 'Redis',
        outage: 'begun',
        errorCode: 'ECONNREFUSED',
        reason: 'refused',
      },
      { msg: 'Redis has recovered', dependency: 'Redis', outage: 'recovered', outageMs: 60_000 },
    ]);
  });

  it('logs no recovery without an outage, and keeps dependencies apart', () => {
    outages.recovered('Redis');
    outages.failed('PostgreSQL', new Error('gone'));
    outages.recovered('Redis');
    jest.advanceTimersByTime(5_000);

    expect(lines).toHaveLength(1);
    expect([outages.isOut('Redis'), outages.isOut('PostgreSQL')]).toEqual([false, true]);
  });

  it('does not count a single success between failures as recovery', () => {
    for (let n = 0; n < 5; n += 1) {
      outages.failed('PostgreSQL', new Error('gone'));
      outages.recovered('PostgreSQL');
      jest.advanceTimersByTime(900);
    }
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(200);
    expect(lines).toHaveLength(2);
  });
});
