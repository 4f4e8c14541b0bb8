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

  it('repeat it as often as others take its place first', async () => {
    const { call, calls } = refused(20, 1);
    expect(await withShortWaits(call)).toBe('done');
    expect(calls()).toBe(21);
  });

  it('leave longer pauses to the queue', async () => {
    const { call, calls } = refused(1, 60_000);
    await expect(withShortWaits(call)).rejects.toBeInstanceOf(RateBudgetError);
    expect(calls()).toBe(1);
  });

  it('leave a call whose turn never comes to the queue', async () => {
    const { call } = refused(Infinity, 2);
    await expect(withShortWaits(call, 50)).rejects.toBeInstanceOf(RateBudgetError);
  });

  it('leave other errors alone', async () => {
    await expect(withShortWaits(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});
