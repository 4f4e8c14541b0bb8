import { describe, expect, it } from '@jest/globals';
import { StreamEnd } from '../../common/index.js';
import { Latch } from './latch.js';
import { streamFrames, type StreamItem, type StreamPace } from './stream-frames.js';

const PACE = { heartbeatMs: 60_000, pollMs: 60_000, retryMs: 3_000 };
const view = (id: string): StreamItem => ({ id, data: { id } });

/** A stream over a list of answers, read frame by frame. */
function open(answers: StreamItem[][], pace: Partial<StreamPace> = {}, live = true) {
  const latch = new Latch();
  const end = new AbortController();
  const source = {
    event: 'notification',
    next: () => Promise.resolve(answers.shift() ?? []),
    isLive: () => live,
    latch,
    end: end.signal,
  };
  const frames = streamFrames(source, { ...PACE, ...pace });
  const read = async () => (await frames.next()).value as string | undefined;
  return { answers, latch, end, read };
}

describe('streamFrames', () => {
  it('sends the retry time, then waiting notifications, then new ones', async () => {
    const { answers, latch, read } = open([[view('1'), view('2')], [view('3')]]);
    expect(await read()).toBe('retry: 3000\n\n');
    for (const id of ['1', '2', '3'])
      expect(await read()).toBe(`id: ${id}\nevent: notification\ndata: {"id":"${id}"}\n\n`);

    const live = read();
    answers.push([view('4')]);
    latch.open();

    expect(await live).toContain('id: 4');
  });

  it('polls while signals do not arrive', async () => {
    const { answers, read } = open([], { pollMs: 5 }, false);
    await read();

    const polled = read();
    answers.push([], [view('1')]);

    expect(await polled).toContain('id: 1');
  });

  it.each(['token_expired', 'lifetime_over', 'stopping'] as const)(
    'sends heartbeats while idle, and the reason when it ends (%s)',
    async (reason) => {
      const { latch, end, read } = open([], { heartbeatMs: 10 });
      await read();
      setTimeout(() => {
        end.abort(new StreamEnd(reason));
        latch.open();
      }, 100);

      const frames: unknown[] = [];
      for (let frame = await read(); frame !== undefined; frame = await read()) frames.push(frame);

      const last = String(frames.pop());
      expect(last).toMatch(/^event: end\ndata: \{.*\}\n\n$/);
      expect(JSON.parse(last.split('data: ')[1] ?? '')).toEqual({ reason, detail: expect.any(String) });
      // Their number depends on the machine.
      expect(new Set(frames)).toEqual(new Set([': heartbeat\n\n']));
    },
  );

  it('sends nothing more once it has ended', async () => {
    const { answers, latch, end, read } = open([]);
    await read();
    const last = read();
    end.abort(new StreamEnd('token_expired'));
    answers.push([view('1')]);
    latch.open();

    expect(await last).toMatch(/^event: end/);
    expect(await read()).toBeUndefined();
  });

  it('ends when the client disconnects', async () => {
    const { latch, end, read } = open([]);
    await read();

    const last = read();
    end.abort();
    latch.open();

    expect(await last).toBeUndefined();
  });
});
