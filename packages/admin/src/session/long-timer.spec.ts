import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { afterMs } from './long-timer.js';

const DAY_MS = 86_400_000;

describe('afterMs', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it.each([1, 24, 25, 90])('acts after %i days, and not before', (days) => {
    const act = jest.fn();
    afterMs(days * DAY_MS, act);
    jest.advanceTimersByTime(days * DAY_MS - 1);
    expect(act).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);

    expect(act).toHaveBeenCalledTimes(1);
  });

  it('does nothing once it is cancelled, also in a later part', () => {
    const act = jest.fn();
    const cancel = afterMs(90 * DAY_MS, act);
    jest.advanceTimersByTime(60 * DAY_MS);
    cancel();
    jest.advanceTimersByTime(60 * DAY_MS);

    expect(act).not.toHaveBeenCalled();
  });
});
