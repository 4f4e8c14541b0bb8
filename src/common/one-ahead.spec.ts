import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { oneAhead } from './one-ahead.js';

async function* counting(events: string[], end: number, failure?: Error): AsyncGenerator<number> {
  try {
    for (let item = 1; item <= end; item += 1) {
      events.push(`read ${item}`);
      await turn();
      yield item;
    }
    if (failure) throw failure;
  } finally {
    events.push('closed');
  }
}

describe('oneAhead', () => {
  it('returns all items in order, and reads each while the caller has the one before', async () => {
    const events: string[] = [];
    for await (const item of oneAhead(counting(events, 3))) events.push(`use ${item}`);

    expect(events).toEqual(['read 1', 'read 2', 'use 1', 'read 3', 'use 2', 'closed', 'use 3']);
  });

  it('throws a failure after the items before it', async () => {
    const used: number[] = [];
    const all = async () => {
      for await (const item of oneAhead(counting([], 2, new Error('cut')))) used.push(item);
    };

    await expect(all()).rejects.toThrow('cut');
    expect(used).toEqual([1, 2]);
  });

  it('closes the source when the caller stops early', async () => {
    const events: string[] = [];
    for await (const item of oneAhead(counting(events, 9))) if (item === 2) break;
    await turn();
    await turn();

    expect(events).toEqual(['read 1', 'read 2', 'read 3', 'closed']);
  });
});
