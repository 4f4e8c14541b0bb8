import { describe, expect, it } from '@jest/globals';
import { SingleFlight, within } from './single-flight.js';

/** Work that the test ends. */
function work() {
  const { promise, resolve, reject } = promiseWithResolvers<string>();
  let starts = 0;
  return { start: () => ((starts += 1), promise), resolve, reject, starts: () => starts };
}

// Node 20 has no Promise.withResolvers.
function promiseWithResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((resolveIt, rejectIt) => ([resolve, reject] = [resolveIt, rejectIt]));
  return { promise, resolve, reject };
}

describe('SingleFlight', () => {
  it('starts the work once for concurrent callers of a key, and again after it has ended', async () => {
    const [sut, first, second] = [new SingleFlight<string>(), work(), work()];
    const flights = [sut.join('a', first.start), sut.join('a', second.start)];
    first.resolve('one');
    expect(await Promise.all(flights.map(({ result }) => result))).toEqual(['one', 'one']);
    second.resolve('two');
    expect(await sut.join('a', second.start).result).toBe('two');
    expect([first.starts(), second.starts()]).toEqual([1, 1]);
  });

  it('keeps keys apart', async () => {
    const [sut, one, other] = [new SingleFlight<string>(), work(), work()];
    other.resolve('other');
    void sut.join('a', one.start);
    expect(await sut.join('b', other.start).result).toBe('other');
    expect(sut.current('a')).toBeDefined();
    one.resolve('done');
  });

  it('shares a failure, without an unhandled rejection when all callers have left', async () => {
    const [sut, failing] = [new SingleFlight<string>(), work()];
    const { result } = sut.join('a', failing.start);
    const failed = expect(result).rejects.toThrow('broken');
    failing.reject(new Error('broken'));
    await failed;
    expect(sut.current('a')).toBeUndefined();
  });

  it('is idle when all work has ended, or after the timeout', async () => {
    const [sut, slow] = [new SingleFlight<string>(), work()];
    void sut.join('a', slow.start);
    await sut.idle(5);
    expect(sut.current('a')).toBeDefined();
    slow.resolve('done');
    await sut.idle(60_000);
    expect(sut.current('a')).toBeUndefined();
  });
});

describe('within', () => {
  it('returns the result in time, and the fallback after the timeout', async () => {
    expect(await within(60_000, Promise.resolve('in time'), () => 'too late')).toBe('in time');
    expect(await within(5, new Promise<string>(() => undefined), () => 'too late')).toBe('too late');
  });

  it('rethrows the error of the work', async () => {
    await expect(within(60_000, Promise.reject(new Error('broken')), () => '')).rejects.toThrow('broken');
  });
});
