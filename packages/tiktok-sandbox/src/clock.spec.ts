import { afterEach, describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';
import { eventually } from './testing/eventually.js';

describe('Clock', () => {
  const clock = new Clock();
  afterEach(() => clock.reset());

  it('runs what becomes due, in order and each at its own time', () => {
    const start = clock.now();
    const fired: [string, number][] = [];
    const note = (name: string): void => {
      fired.push([name, Math.round((clock.now() - start) / 1000)]);
    };
    clock.after(60_000, () => note('second'));
    clock.after(30_000, () => {
      note('first');
      clock.after(10_000, () => note('follow-up'));
    });
    clock.after(120_000, () => note('too late'));
    clock.advance(100);
    expect(fired).toEqual([
      ['first', 30],
      ['follow-up', 40],
      ['second', 60],
    ]);
    expect(Math.round((clock.now() - start) / 1000)).toBe(100);
  });

  it('runs follow-ups of an event in the same advance, however long the events take', () => {
    let followed = false;
    clock.after(60_000, () => {
      const until = Date.now() + 20;
      while (Date.now() < until);
      clock.after(60_000, () => (followed = true));
    });
    clock.advance(120);
    expect(followed).toBe(true);
  });

  it('runs in real time without being advanced', async () => {
    let fired = false;
    clock.after(1, () => (fired = true));
    await eventually(() => fired);
  });

  it('does not run what was cancelled', () => {
    let fired = false;
    clock.after(1_000, () => (fired = true))();
    clock.advance(5);
    expect(fired).toBe(false);
  });

  it('never goes back', () => {
    expect(() => clock.advance(-1)).toThrow(RangeError);
  });
});
