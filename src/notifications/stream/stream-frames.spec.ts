import { describe, expect, it } from '@jest/globals';
import type { NotificationView } from '../dto/notification.view.js';
import { Alarm } from './alarm.js';
import { StreamEnd } from './stream-end.js';
import { streamFrames, type StreamPace } from './stream-frames.js';

const PACE = { heartbeatMs: 60_000, pollMs: 60_000, retryMs: 3_000 };
const view = (id: string) => ({ id }) as NotificationView;

/** A stream over a list of answers; what it wrote is read frame by frame. */
function open(answers: NotificationView[][], pace: Partial<StreamPace> = {}, live = true) {
  const alarm = new Alarm();
  const end = new AbortController();
  const source = {
    next: () => Promise.resolve(answers.shift() ?? []),
    isLive: () => live,
    alarm,
    end: end.signal,
  };
  const frames = streamFrames(source, { ...PACE, ...pace });
  const read = async () => (await frames.next()).value as string | undefined;
  return { answers, alarm, end, read };
}

describe('A stream', () => {
  it('says how to come back, then what waits, then what comes', async () => {
    const { answers, alarm, read } = open([[view('1'), view('2')], [view('3')]]);
    expect(await read()).toBe('retry: 3000\n\n');
    for (const id of ['1', '2', '3'])
      expect(await read()).toBe(`id: ${id}\nevent: notification\ndata: {"id":"${id}"}\n\n`);

    const live = read();
    answers.push([view('4')]);
    alarm.wake();

    expect(await live).toContain('id: 4');
  });

  it('looks by itself while nobody would wake it', async () => {
    const { answers, read } = open([], { pollMs: 5 }, false);
    await read();

    const polled = read();
    answers.push([], [view('1')]);

    expect(await polled).toContain('id: 1');
  });

  it.each(['token_expired', 'lifetime_over', 'stopping'] as const)(
    'beats while nothing happens, and says why it ends (%s)',
    async (reason) => {
      const { alarm, end, read } = open([], { heartbeatMs: 10 });
      await read();
      setTimeout(() => {
        end.abort(new StreamEnd(reason));
        alarm.wake();
      }, 100);

      const frames: unknown[] = [];
      for (let frame = await read(); frame !== undefined; frame = await read()) frames.push(frame);

      const last = String(frames.pop());
      expect(last).toMatch(/^event: end\ndata: \{.*\}\n\n$/);
      expect(JSON.parse(last.split('data: ')[1] ?? '')).toEqual({ reason, detail: expect.any(String) });
      // How many there are is the machine's affair.
      expect(new Set(frames)).toEqual(new Set([': heartbeat\n\n']));
    },
  );

  it('tells nothing more once it has ended, however late the news comes', async () => {
    const { answers, alarm, end, read } = open([]);
    await read();
    const last = read();
    end.abort(new StreamEnd('token_expired'));
    answers.push([view('1')]);
    alarm.wake();

    expect(await last).toMatch(/^event: end/);
    expect(await read()).toBeUndefined();
  });

  it('ends when its reader is gone', async () => {
    const { alarm, end, read } = open([]);
    await read();

    const last = read();
    end.abort();
    alarm.wake();

    expect(await last).toBeUndefined();
  });
});
