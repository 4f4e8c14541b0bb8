import { describe, expect, it } from '@jest/globals';
import { RateBudgetError } from '../../tiktok/index.js';
import { withShortWaits } from './short-waits.js';

/** A call that is refused so often, each time for so long. */
function refused(times: number, waitMs: number): { call: () => Promise<string>; calls: () => number } {
  let calls = 0;
  const call = () => {
    calls += 1;
    return calls <= times
      ? Promise.reject(new RateBudgetError('app', 'Too many.', waitMs))
      : Promise.resolve('done');
  };
  return { call, calls: () => calls };
}

describe('short waits', () => {
  it('repeat a call whose turn comes within the next second', async () => {
    const { call, calls } = refused(2, 5);
    expect(await withShortWaits(call)).toBe('done');
    expect(calls()).toBe(3);
  });

  it.each([
    ['longer pauses', 1, 60_000, 1],
    ['a call whose turn never comes', 100, 1, 6],
  ])('leave %s to the queue', async (_name, times, waitMs, made) => {
    const { call, calls } = refused(times, waitMs);
    await expect(withShortWaits(call)).rejects.toBeInstanceOf(RateBudgetError);
    expect(calls()).toBe(made);
  });

  it('leave other errors alone', async () => {
    await expect(withShortWaits(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});
