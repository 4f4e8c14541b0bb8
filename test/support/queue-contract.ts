import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '../../sandbox/testing/eventually.js';
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

  const listen = (concurrency = 4) =>
    tested.queue.listen((work, id) => {
      heard.push(`${work} ${id}`);
      return Promise.resolve();
    }, concurrency);

  it('delivers the work and the id that it was woken for', async () => {
    await listen();

    await tested.queue.wake('publish', 'a');
    await tested.queue.wake('sync', 'a');

    await eventually(() => heard.length === 2);
    expect(heard.toSorted()).toEqual(['publish a', 'sync a']);
  });

  it('delivers what was woken before anybody listened', async () => {
    await tested.queue.wake('publish', 'early');

    await listen();

    await eventually(() => heard.includes('publish early'));
  });

  it('delivers once what is woken again while it waits', async () => {
    for (let n = 0; n < 5; n += 1) await tested.queue.wake('publish', 'a');
    await tested.queue.wake('publish', 'last');

    await listen(1);

    await eventually(() => heard.includes('publish last'));
    expect(heard).toEqual(['publish a', 'publish last']);
  });

  it('delivers again what is woken after it was delivered', async () => {
    await listen();
    for (let times = 1; times <= 3; times += 1) {
      // A job that has just been delivered may take a moment to be forgotten; a reconciler wakes again too.
      await eventually(async () => {
        await tested.queue.wake('publish', 'again');
        return heard.length >= times;
      });
    }
  });

  it('hands out no more at once than it was told', async () => {
    let underWay = 0;
    let most = 0;
    const free: (() => void)[] = [];
    await tested.queue.listen(async (_work, id) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise<void>((resolve) => free.push(resolve));
      underWay -= 1;
      heard.push(id);
    }, 3);
    for (let n = 0; n < 8; n += 1) await tested.queue.wake('publish', String(n));

    await eventually(() => {
      if (underWay === 3) free.splice(0).forEach((release) => release());
      if (heard.length >= 6) free.splice(0).forEach((release) => release());
      return heard.length === 8;
    });

    expect(most).toBe(3);
  });

  it('goes on after a listener has taken long', async () => {
    const waiting: (() => void)[] = [];
    await tested.queue.listen(async (_work, id) => {
      if (id === 'slow') await new Promise<void>((resolve) => waiting.push(resolve));
      heard.push(id);
    }, 2);
    await tested.queue.wake('publish', 'slow');
    await tested.queue.wake('publish', 'quick');

    await eventually(() => heard.includes('quick'));
    expect(heard).toEqual(['quick']);
    waiting.forEach((release) => release());
    await eventually(() => heard.includes('slow'));
  });

  it('delivers nothing more once it was stopped', async () => {
    await listen();
    await tested.queue.wake('publish', 'before');
    await eventually(() => heard.length === 1);

    await tested.queue.stop();
    await tested.queue.wake('publish', 'after').catch(() => undefined);

    // A second queue in the same place would get it; this one must not.
    await tested.queue.ping().catch(() => undefined);
    expect(heard).toEqual(['publish before']);
  });

  it('answers a ping while it can deliver', async () => {
    await expect(tested.queue.ping()).resolves.toBeUndefined();
  });
}
