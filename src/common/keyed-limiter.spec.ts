import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { FairTurns } from './keyed-limiter.js';

describe('FairTurns', () => {
  it('runs the given number of tasks per key at once, in order', async () => {
    const turns = new FairTurns(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;

    await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        turns.run('a', async () => {
          begun.push(n);
          most = Math.max(most, (running += 1));
          await sleep(5);
          running -= 1;
        }),
      ),
    );

    expect([most, begun]).toEqual([2, [1, 2, 3, 4, 5]]);
  });

  it('does not make one key wait for another', async () => {
    const turns = new FairTurns(1);
    const gate = new EventEmitter();
    const stuck = turns.run('a', () => once(gate, 'open'));

    expect(await turns.run('b', async () => 'done')).toBe('done');
    gate.emit('open');
    await stuck;
  });

  it('continues after a failed task', async () => {
    const turns = new FairTurns(1);
    const failing = turns.run('a', async () => Promise.reject(new Error('no')));
    const next = turns.run('a', async () => 'done');

    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
