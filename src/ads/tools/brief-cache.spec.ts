import { describe, expect, it } from '@jest/globals';
import { BriefCache } from './brief-cache.js';

describe('BriefCache', () => {
  it('asks once until the answer is too old', async () => {
    let now = 0;
    let asked = 0;
    const cache = new BriefCache(1000, 10, () => now);
    const read = () => Promise.resolve((asked += 1));

    const both = await Promise.all([cache.get('a', read), cache.get('a', read)]);
    now = 999;
    await cache.get('a', read);
    expect([asked, both.map(({ value }) => value)]).toEqual([1, [1, 1]]);

    now = 1000;
    expect(await cache.get('a', read)).toEqual({ value: 2, at: new Date(1000) });
  });

  it('keeps no failure', async () => {
    const cache = new BriefCache(1000, 10, () => 0);
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await cache.get('a', () => Promise.resolve('yes'))).value).toBe('yes');
  });

  it('drops the oldest entry when it is full', async () => {
    const asked: string[] = [];
    const cache = new BriefCache(1000, 2, () => 0);
    for (const key of ['a', 'b', 'c', 'c', 'a']) await cache.get(key, () => Promise.resolve(asked.push(key)));
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
