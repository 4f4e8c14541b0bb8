import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { keepRunning, type Helper } from './keep-running.js';

class Process implements Helper {
  end: (why: string) => void = () => undefined;
  readonly ended = new Promise<string>((resolve) => (this.end = resolve));
  stopped = 0;

  stop(): Promise<void> {
    this.stopped += 1;
    this.end('SIGTERM');
    return Promise.resolve();
  }
}

function useHelper(failures: string[] = []) {
  const started: Process[] = [];
  const lines: string[] = [];
  const start = (ended?: Process) => {
    const failure = ended && failures.shift();
    if (failure !== undefined) return Promise.reject(new Error(failure));
    const next = new Process();
    started.push(next);
    return Promise.resolve(next);
  };
  return { started, lines, kept: () => keepRunning('The helper', start, (line) => lines.push(line)) };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(10);
}

describe('keepRunning', () => {
  it('restarts a helper that has ended, and reports the loss and the recovery', async () => {
    const { started, lines, kept } = useHelper();
    const { stop } = await kept();
    started[0]?.end('SIGKILL');
    await until(() => lines.length === 2);
    await stop();
    expect(started).toHaveLength(2);
    expect(started.at(-1)?.stopped).toBeGreaterThan(0);
    expect(lines).toEqual([
      'The helper ended unexpectedly (SIGKILL). Restarting it…',
      expect.stringMatching(/^The helper is back after \d+\.\d s\.$/),
    ]);
  });

  it('keeps retrying, and reports each reason once', async () => {
    const { started, lines, kept } = useHelper(['no room', 'no room', 'port taken']);
    const { stop } = await kept();
    started[0]?.end('exit code 1');
    await until(() => started.length === 2);
    await stop();
    expect(lines.slice(1, 3)).toEqual([
      'The helper does not start: no room',
      'The helper does not start: port taken',
    ]);
  });

  it('stops for good, also while it waits to start again', async () => {
    const { started, lines, kept } = useHelper(Array.from({ length: 100 }, () => 'no room'));
    const { stop } = await kept();
    started[0]?.end('SIGKILL');
    await until(() => lines.length === 2);
    await stop();
    await sleep(300);
    expect(started).toHaveLength(1);
    expect(lines).toHaveLength(2);
  });

  it('does not start again what is stopped', async () => {
    const { started, lines, kept } = useHelper();
    const { stop } = await kept();
    await stop();
    await sleep(150);
    expect(started).toHaveLength(1);
    expect(lines).toEqual([]);
  });
});
