import { describe, expect, it } from '@jest/globals';
import { CallTrace } from './call-trace.js';

describe('CallTrace', () => {
  it('collects the ids of calls within the work, and none of other work', async () => {
    const [one, other] = [new CallTrace(['a']), new CallTrace()];

    await Promise.all([
      one.run(async () => {
        CallTrace.note('b');
        await Promise.resolve();
        CallTrace.note('c');
      }),
      other.run(() => Promise.resolve(CallTrace.note('d'))),
    ]);
    CallTrace.note('e');

    expect([one.requestIds, other.requestIds]).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('keeps the latest 20, each response once', () => {
    const trace = new CallTrace();

    trace.run(() => {
      for (let n = 1; n <= 25; n += 1) {
        CallTrace.note(String(n));
        CallTrace.note(String(n));
        CallTrace.note(undefined);
      }
    });

    expect(trace.requestIds).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 6)));
  });
});
