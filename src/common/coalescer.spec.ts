import { describe, expect, it } from '@jest/globals';
import { setImmediate as tick, setTimeout as sleep } from 'node:timers/promises';
import { Coalescer } from './coalescer.js';

/** A coalescer whose runs the test ends. */
function manual(maxInputs = 100) {
  const runs: number[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const coalescer = new Coalescer<number, string>((inputs) => {
    runs.push(inputs);
    return new Promise((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve(inputs.map((n) => `#${n}`))));
    });
  }, maxInputs);
  const end = async (error?: Error) => {
    ends.shift()?.(error);
    await tick();
  };
  return { coalescer, runs, end };
}

describe('Coalescer', () => {
  it('joins inputs that arrive together, and those that arrive during a run', async () => {
    const { coalescer, runs, end } = manual();
    const first = Promise.all([1, 2].map((n) => coalescer.add(n)));
    await tick();
    const second = Promise.all([3, 4, 5].map((n) => coalescer.add(n)));
    await tick();
    expect(runs).toEqual([[1, 2]]);

    await end();
    await expect(first).resolves.toEqual(['#1', '#2']);
    expect(runs).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    await end();

    await expect(second).resolves.toEqual(['#3', '#4', '#5']);
    const next = coalescer.add(6);
    await tick();
    expect(runs.at(-1)).toEqual([6]);
    await end();
    await expect(next).resolves.toBe('#6');
  });

  it('limits the inputs of one run', async () => {
    const { coalescer, runs, end } = manual(2);
    const answers = Promise.all([1, 2, 3, 4, 5].map((n) => coalescer.add(n)));
    await tick();
    for (let n = 0; n < 3; n += 1) await end();

    await answers;
    expect(runs).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('runs each input alone after a failure that one of them may have caused', async () => {
    const runs: number[][] = [];
    const run = (inputs: number[]): Promise<string[]> => {
      runs.push(inputs);
      if (inputs.includes(0)) return Promise.reject(new Error('offline'));
      if (inputs.includes(2)) return Promise.reject(new Error('bad input'));
      return Promise.resolve(inputs.map((n) => `#${n}`));
    };
    const coalescer = new Coalescer<number, string>(run, 100, {
      mayBeOnes: (error) => (error as Error).message === 'bad input',
    });

    const answers = await Promise.allSettled([1, 2, 3].map((n) => coalescer.add(n)));
    expect(runs).toEqual([[1, 2, 3], [1], [2], [3]]);
    expect(answers).toMatchObject([{ value: '#1' }, { reason: { message: 'bad input' } }, { value: '#3' }]);

    const failed = await Promise.allSettled([0, 1].map((n) => coalescer.add(n)));
    expect(runs.slice(4)).toEqual([[0, 1]]);
    expect(failed).toMatchObject([{ reason: { message: 'offline' } }, { reason: { message: 'offline' } }]);
  });

  it('fails all inputs of a failed run, and continues with the next', async () => {
    const { coalescer, end } = manual();
    const answers = Promise.allSettled([1, 2].map((n) => coalescer.add(n)));
    await tick();
    await end(new Error('no luck'));

    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = coalescer.add(4);
    await tick();
    await end();
    await expect(next).resolves.toBe('#4');
  });

  it('rejects an input that waits too long, and goes on with its run', async () => {
    const ends: (() => void)[] = [];
    const slow = (inputs: number[]): Promise<number[]> =>
      new Promise((resolve) => ends.push(() => resolve(inputs)));
    const coalescer = new Coalescer<number, number>(slow, 1, {
      patience: { ms: 80, error: () => new Error('too late') },
    });
    const [running, waiting] = [coalescer.add(1), coalescer.add(2)];
    await expect(running).rejects.toThrow('too late');
    await expect(waiting).rejects.toThrow('too late');

    ends.shift()?.();
    await tick();
    const patient = coalescer.add(3);
    ends.shift()?.();
    await tick();
    ends.shift()?.();
    await expect(patient).resolves.toBe(3);
  });

  it('waits for company after a run of many', async () => {
    const runs: number[][] = [];
    const ends: (() => void)[] = [];
    const coalescer = new Coalescer<number, number>(
      (inputs) => {
        runs.push(inputs);
        return new Promise((resolve) => ends.push(() => resolve(inputs)));
      },
      100,
      { company: { ms: 20, after: 2 } },
    );
    const answers = [coalescer.add(1), coalescer.add(2)];
    await tick();
    answers.push(coalescer.add(3));
    ends.shift()?.();
    await tick();
    answers.push(coalescer.add(4));
    expect(runs).toEqual([[1, 2]]);
    await sleep(60);
    expect(runs).toEqual([
      [1, 2],
      [3, 4],
    ]);
    ends.shift()?.();
    await expect(Promise.all(answers)).resolves.toEqual([1, 2, 3, 4]);

    answers.push(coalescer.add(5));
    await tick();
    answers.push(coalescer.add(6));
    ends.shift()?.();
    await tick();
    expect(runs.at(-1)).toEqual([6]);
    ends.shift()?.();
    await Promise.all(answers);
  });
});
