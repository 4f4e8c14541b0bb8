import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { DistinctCounter } from './distinct-counter.js';

function add(counter: DistinctCounter, from: number, to: number): void {
  for (let value = from; value < to; value += 1)
    counter.add(createHash('md5').update(String(value)).digest('hex'));
}

describe('DistinctCounter', () => {
  it('counts exactly while there are few', () => {
    const counter = new DistinctCounter();
    add(counter, 0, 20_000);
    add(counter, 10_000, 30_000);
    expect([counter.count, counter.isEstimate]).toEqual([30_000, false]);
  });

  it('estimates within one per cent when there are many', () => {
    const counter = new DistinctCounter();
    add(counter, 0, 1_200_000);
    add(counter, 0, 200_000);
    expect(counter.isEstimate).toBe(true);
    expect(Math.abs(counter.count / 1_200_000 - 1)).toBeLessThan(0.01);
  });
});
