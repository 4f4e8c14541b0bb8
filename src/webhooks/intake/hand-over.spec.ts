import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeasedRow } from './event-rows.js';
import { HandOver } from './hand-over.js';

function rows(count: number): LeasedRow[] {
  return Array.from({ length: count }, (_, index) => ({ id: String(index) }) as LeasedRow);
}

describe('HandOver', () => {
  const batches: number[] = [];
  const handOver = new HandOver((given) => batches.push(given.length));

  it('hands the first event over at once, those of a burst together, and many before the pause ends', async () => {
    handOver.add(rows(1));
    expect(batches).toEqual([1]);

    handOver.add(rows(2));
    handOver.add(rows(3));
    expect(batches).toEqual([1]);
    expect(handOver.size).toBe(5);
    await sleep(100);
    expect(batches).toEqual([1, 5]);
    expect(handOver.size).toBe(0);

    handOver.add(rows(1));
    handOver.add(rows(199));
    handOver.add(rows(1));
    expect(batches).toEqual([1, 5, 1, 200]);
    handOver.add(rows(1));
    await sleep(100);
    expect(batches).toEqual([1, 5, 1, 200, 1]);
  });
});
