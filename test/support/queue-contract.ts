import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { JobQueue } from '../../src/jobs/index.js';

/** A queue to test and what has to be closed behind it. */
export interface QueueUnderTest {
  queue: JobQueue;
  close(): Promise<void>;
}

/** What every queue promises; call it inside a `describe`. */
export function queueContract(create: () => QueueUnderTest): void {
  let tested: QueueUnderTest;
  let heard: string[];

  beforeEach(() => {
    tested = create();
    heard = [];
  });
  afterEach(() => tested.close());

  const listen = () => tested.queue.listen((work, id) => void heard.push(`${work} ${id}`));
  /** A job may find no worker yet, or may have just been delivered. The reconciler wakes again, and so does this. */
  const wakeUntil = (line: string) =>
    eventually(async () => {
      const [work = '', id = ''] = line.split(' ');
      await tested.queue.wake(work, [id]);
      return heard.includes(line);
    });

  it('delivers the work and the id that it was woken for', async () => {
    listen();

    await wakeUntil('publish a');
    await wakeUntil('sync a');

    expect(new Set(heard)).toEqual(new Set(['publish a', 'sync a']));
  });

  it('delivers every row of a group', async () => {
    listen();

    await eventually(async () => {
      await tested.queue.wake('webhook', ['a', 'b', 'c']);
      return heard.length >= 3;
    });

    expect(new Set(heard)).toEqual(new Set(['webhook a', 'webhook b', 'webhook c']));
  });

  it('delivers again what is woken after it was delivered', async () => {
    listen();
    for (let times = 1; times <= 3; times += 1) {
      await eventually(async () => {
        await tested.queue.wake('publish', ['again']);
        return heard.length >= times;
      });
    }
  });

  it('delivers nothing more once it was stopped', async () => {
    listen();
    await wakeUntil('publish before');

    await tested.queue.stop();
    await tested.queue.wake('publish', ['after']);

    // A second queue in the same place would get it; this one must not.
    await tested.queue.ping().catch(() => undefined);
    expect(heard).not.toContain('publish after');
  });

  it('answers a ping while it can deliver', async () => {
    await expect(tested.queue.ping()).resolves.toBeUndefined();
  });
}
