import { describe, expect, it } from '@jest/globals';
import { WorkLanes } from './work-lanes.js';
import type { WorkRunner } from './work-runner.js';
import type { Work } from './work.js';

const work = (name: string, concurrency: number): Work => ({
  name,
  table: 'publications',
  concurrency,
  handle: () => Promise.resolve(),
});

/** A runner whose steps end when the test says so. */
function lanesWithSteps() {
  const underWay = new Map<string, (hadWork: boolean) => void>();
  const began: string[] = [];
  const run = (one: Work, id: string, onClaim: () => void) => {
    began.push(`${one.name} ${id}`);
    return new Promise<void>((resolve) =>
      underWay.set(id, (hadWork) => {
        if (hadWork) onClaim();
        resolve();
      }),
    );
  };
  const runner = { run, stop: () => Promise.resolve() } as unknown as WorkRunner;
  const end = async (id: string, hadWork = true) => {
    underWay.get(id)?.(hadWork);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { lanes: new WorkLanes(runner), began, end };
}

describe('WorkLanes', () => {
  it('keeps each work to its share, in the order of the wake-ups', async () => {
    const { lanes, began, end } = lanesWithSteps();
    const publish = work('publish', 2);
    for (const id of ['a', 'b', 'c', 'd']) lanes.offer(publish, id);
    expect(began).toEqual(['publish a', 'publish b']);
    await end('b');
    expect(began).toEqual(['publish a', 'publish b', 'publish c']);
  });

  it('lets other work pass while one kind hangs', () => {
    const { lanes, began } = lanesWithSteps();
    for (const id of ['a', 'b', 'c']) lanes.offer(work('publish', 1), id);
    lanes.offer(work('webhook', 1), 'w');
    expect(began).toEqual(['publish a', 'webhook w']);
  });

  it('runs once what is woken again while it waits', async () => {
    const { lanes, began, end } = lanesWithSteps();
    const publish = work('publish', 1);
    for (const id of ['a', 'b', 'b', 'b']) lanes.offer(publish, id);
    await end('a');
    await end('b');
    expect(began).toEqual(['publish a', 'publish b']);
  });

  it('asks for more rows once, when it is nearly dry', async () => {
    const { lanes, end } = lanesWithSteps();
    const publish = work('publish', 1);
    let refills = 0;
    lanes.whenNearlyDry(publish, () => (refills += 1));
    for (const id of ['a', 'b', 'c', 'd']) lanes.offer(publish, id);
    await end('a');
    expect(refills).toBe(0);
    await end('b');
    expect(refills).toBe(1);
    for (const id of ['c', 'd']) await end(id);
    expect(refills).toBe(1);
  });

  it('does not ask for more while others have taken all rows', async () => {
    const { lanes, end } = lanesWithSteps();
    const publish = work('publish', 1);
    let refills = 0;
    lanes.whenNearlyDry(publish, () => (refills += 1));
    for (const id of ['a', 'b', 'c']) lanes.offer(publish, id);
    for (const id of ['a', 'b', 'c']) await end(id, false);
    expect(refills).toBe(0);
  });

  it('takes nothing more once it was stopped', async () => {
    const { lanes, began, end } = lanesWithSteps();
    const publish = work('publish', 1);
    lanes.offer(publish, 'a');
    lanes.offer(publish, 'b');
    await lanes.stop();
    lanes.offer(publish, 'c');
    await end('a');
    expect(began).toEqual(['publish a']);
  });
});
