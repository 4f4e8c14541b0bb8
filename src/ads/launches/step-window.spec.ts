import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slide } from './step-window.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Items that end when the test says so. */
class Items {
  readonly started: string[] = [];
  readonly ended: string[] = [];
  private readonly ends = new Map<string, (how: boolean | Error) => void>();

  constructor(
    private readonly names: string[],
    private readonly mostAtOnce: number,
  ) {}

  readonly next = (underWay: ReadonlySet<string>): Promise<string[]> => {
    const open = this.names.filter((name) => !this.ended.includes(name) && !underWay.has(name));
    return Promise.resolve(open.slice(0, Math.max(this.mostAtOnce - underWay.size, 0)));
  };

  readonly run = async (name: string): Promise<boolean> => {
    this.started.push(name);
    const how = await new Promise<boolean | Error>((resolve) => this.ends.set(name, resolve));
    this.ended.push(name);
    if (how instanceof Error) throw how;
    return how;
  };

  async end(name: string, how: boolean | Error = true): Promise<void> {
    this.ends.get(name)?.(how);
    await turn();
  }
}

describe('slide', () => {
  it('starts the next item as soon as one has ended', async () => {
    const items = new Items(['A', 'B', 'C', 'D'], 2);
    const all = slide(items);
    await turn();
    expect(items.started).toEqual(['A', 'B']);
    await items.end('B');
    expect(items.started).toEqual(['A', 'B', 'C']);
    await items.end('C');
    expect(items.started).toEqual(['A', 'B', 'C', 'D']);
    await items.end('A');
    await items.end('D');
    expect(await all).toBe(true);
  });

  it('starts nothing after an end that nothing may follow, and waits for what has started', async () => {
    const items = new Items(['A', 'B', 'C'], 2);
    const all = slide(items);
    await turn();
    await items.end('A', false);
    expect(items.started).toEqual(['A', 'B']);
    await items.end('B');
    expect(await all).toBe(false);
    expect(items.ended).toEqual(['A', 'B']);
  });

  it('throws the first error once everything has ended', async () => {
    const items = new Items(['A', 'B', 'C'], 2);
    let isOver = false;
    const all = slide(items).finally(() => (isOver = true));
    const expected = expect(all).rejects.toThrow('first');
    await turn();
    await items.end('B', new Error('first'));
    expect(isOver).toBe(false);
    await items.end('A', new Error('second'));
    await expected;
    expect(items.started).toEqual(['A', 'B']);
  });

  it('waits for what has started if it cannot look for more', async () => {
    const items = new Items(['A', 'B', 'C'], 2);
    let looks = 0;
    const next = (underWay: ReadonlySet<string>) => {
      looks += 1;
      return looks === 1 ? items.next(underWay) : Promise.reject(new Error('no database'));
    };
    const all = expect(slide({ next, run: items.run })).rejects.toThrow('no database');
    await turn();
    await items.end('A');
    await items.end('B');
    await all;
    expect(items.ended).toEqual(['A', 'B']);
  });

  it('starts nothing that it has found before something failed', async () => {
    const items = new Items(['A', 'B', 'C', 'D'], 2);
    let answer: (() => void) | undefined;
    const next = async (underWay: ReadonlySet<string>) => {
      const found = await items.next(underWay);
      if (underWay.size > 0) await new Promise<void>((resolve) => (answer = resolve));
      return found;
    };
    const all = slide({ next, run: items.run });
    await turn();
    await items.end('A');
    await items.end('B', false);
    answer?.();
    expect(await all).toBe(false);
    expect(items.started).toEqual(['A', 'B']);
  });

  it('returns at once without items', async () => {
    expect(await slide(new Items([], 4))).toBe(true);
  });

  it('runs every item once and never too many at once, however long each takes', async () => {
    const durations = fc.array(fc.nat({ max: 6 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        durations,
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 3 }),
        async (all, most, delay) => {
          const items = all.map((turns, index) => ({ turns, index }));
          const [running, started, ended] = [new Set<object>(), [] as number[], new Set<object>()];
          let atOnce = 0;
          const next = async (underWay: ReadonlySet<object>) => {
            const open = items.filter((item) => !ended.has(item) && !underWay.has(item));
            // What has been read may be old when it arrives.
            for (let turns = delay; turns > 0; turns -= 1) await turn();
            return open.slice(0, Math.max(most - underWay.size, 0));
          };
          const run = async (item: { turns: number; index: number }) => {
            running.add(item);
            started.push(item.index);
            atOnce = Math.max(atOnce, running.size);
            for (let { turns } = item; turns > 0; turns -= 1) await turn();
            ended.add(item);
            running.delete(item);
            return true;
          };
          expect(await slide({ next, run })).toBe(true);
          expect(started).toEqual(items.map(({ index }) => index));
          expect(atOnce).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 100 },
    );
  });
});
